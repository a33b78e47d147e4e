import { markWords, picturesIn, wholeWords } from '../../../player/marking/pictures.ts';
import { markRegion, showRegion } from '../../../player/marking/region.ts';
import { blockIn, speakOf, tool, toolsOf } from './form.ts';

const bodyOf = (row: HTMLElement): Element => row.querySelector('.sh-body') ?? row;

/** A form beside pictures can speak of a part of one. */
export function offerRegion(row: HTMLElement, form: HTMLFormElement): void {
  const pictures = picturesIn(bodyOf(row));
  const tools = pictures.length > 0 ? toolsOf(form) : null;
  if (!tools) return;
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
  const blockId = blockIn(row);
  const marks = pictures.map((picture, index) =>
    tool(markWords(picture, index, pictures.length), () => {
      clear();
      unmark = markRegion(picture, {
        onChange: (area) => speakOf(form, { kind: 'region', blockId, media: picture.media, area }, 'A part of the picture'),
        onDone: () => form.querySelector('textarea')?.focus(),
      });
    }),
  );
  const whole = tool(wholeWords(pictures.length), () => {
    clear();
    speakOf(form, null, '');
  });
  tools.append(...marks, whole);
}

let shown: (() => void) | null = null;

/** Shows the frame of a comment while it is pointed at or has the focus. */
export function showRegionOf(row: HTMLElement, comment: HTMLElement, on: boolean): void {
  shown?.();
  shown = null;
  const picture = picturesIn(bodyOf(row)).find(({ media }) => media === comment.dataset.media);
  const [x, y, width, height] = (comment.dataset.area ?? '').split(' ').map(Number);
  if (on && picture && x !== undefined && y !== undefined && width && height) shown = showRegion(picture, { x, y, width, height });
}
