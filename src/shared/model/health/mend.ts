import { cutOut } from '../edit/clips.ts';
import { type EditList, Layout } from '../edit/list.ts';
import type { Mend } from './report.ts';

/** An edit list with a mend carried out; unchanged where that would leave nothing to see, and for redo, which is a new take. */
export function mended(edit: EditList, source: string, mend: Mend, newId: () => string): EditList {
  switch (mend.do) {
    case 'cut': {
      const rest = cutOut(edit, source, mend.from, mend.to);
      return rest.clips.length > 0 ? rest : edit;
    }
    case 'denoise':
      return { ...edit, sound: { ...edit.sound, denoise: true } };
    case 'mute': {
      const { muted } = edit.sound;
      const isMuted = muted.some((each) => each.source === source && each.kind === mend.kind);
      return isMuted ? edit : { ...edit, sound: { ...edit.sound, muted: [...muted, { source, kind: mend.kind }] } };
    }
    case 'screen-only': {
      const { corner, size, shape } = edit.camera;
      const layout = Layout.parse({ id: newId(), source, from: mend.from, to: mend.to, show: 'screen', corner, size, shape });
      return { ...edit, layouts: [...edit.layouts, layout] };
    }
    case 'redo':
      return edit;
  }
}

/** Whether an edit list has a mend in it already. */
export function isMended(edit: EditList, source: string, mend: Mend): boolean {
  switch (mend.do) {
    case 'cut':
      return !edit.clips.some((clip) => clip.source === source && clip.from < mend.to - 0.01 && clip.to > mend.from + 0.01);
    case 'denoise':
      return edit.sound.denoise;
    case 'mute':
      return edit.sound.muted.some((each) => each.source === source && each.kind === mend.kind);
    case 'screen-only':
      return edit.layouts.some(
        ({ source: of, from, to, show }) => of === source && show === 'screen' && from <= mend.from + 0.01 && to >= mend.to - 0.01,
      );
    case 'redo':
      return !edit.clips.some((clip) => clip.source === source && clip.from < mend.to - 0.01 && clip.to > mend.from + 0.01);
  }
}
