import { markRegion, pictureIn, showRegion } from '../../../player/marking/region.ts';
import { blockIn, speakOf, tool, toolsOf } from './form.ts';

const bodyOf = (row: HTMLElement): Element => row.querySelector('.sh-body') ?? row;

/** A form beside a picture can speak of a part of it. */
export function offerRegion(row: HTMLElement, form: HTMLFormElement): void {
  const picture = pictureIn(bodyOf(row));
  const tools = picture && toolsOf(form);
  if (!picture || !tools) return;
  let unmark: (() => void) | null = null;
  const clear = () => {
    unmark?.();
    unmark = null;
  };
  // The form is taken out of the page when its comment was added; the frame goes with it.
  new MutationObserver((_, observer) => {
    if (form.isConnected) return;
    clear();
    observer.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
  tools.append(
    tool('Mark a part of the picture', () => {
      clear();
      const blockId = blockIn(row);
      unmark = markRegion(picture, {
        onChange: (area) => speakOf(form, { kind: 'region', blockId, media: '0'.repeat(64), area }, 'A part of the picture'),
        onDone: () => form.querySelector('textarea')?.focus(),
      });
    }),
    tool('The whole picture', () => {
      clear();
      speakOf(form, null, '');
    }),
  );
}

let shown: (() => void) | null = null;

/** Shows the frame of a comment while it is pointed at or has the focus. */
export function showRegionOf(row: HTMLElement, comment: HTMLElement, on: boolean): void {
  shown?.();
  shown = null;
  const picture = pictureIn(bodyOf(row));
  const [x, y, width, height] = (comment.dataset.area ?? '').split(' ').map(Number);
  if (on && picture && x !== undefined && y !== undefined && width && height) shown = showRegion(picture, { x, y, width, height });
}
