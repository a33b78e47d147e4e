import type { Area } from '../../shared/model/edit/list.ts';

/** A picture of a block as the page shows it. */
export interface Shown {
  element: Element;
  /** Name of its file. */
  media: string;
  /** What is seen of its file, in shares. */
  crop: Area;
  alt: string;
}

const whole: Area = { x: 0, y: 0, width: 1, height: 1 };
const hashIn = (address: string | null): string => address?.match(/[0-9a-f]{64}/)?.[0] ?? '';

/** A cropped picture is a drawing that looks at a part of its file. */
function cropped(drawing: SVGSVGElement): Shown | null {
  const file = drawing.querySelector('image');
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const [fileWidth, fileHeight] = [Number(file?.getAttribute('width')), Number(file?.getAttribute('height'))];
  if (!file || !fileWidth || !fileHeight) return null;
  return {
    element: drawing,
    media: hashIn(file.getAttribute('href')),
    crop: { x: x / fileWidth, y: y / fileHeight, width: width / fileWidth, height: height / fileHeight },
    alt: drawing.getAttribute('aria-label') ?? '',
  };
}

/** The pictures of which a part can be spoken of, whatever block shows them. Of a moment's still one speaks in its video. */
export const picturesIn = (body: Element): Shown[] =>
  [...body.querySelectorAll(':is(img, svg).sh-picture, .sh-picture > img')].flatMap((element) => {
    // Of what was taken out since the last round there is nothing to say.
    if (element.closest('del')) return [];
    if (element instanceof SVGSVGElement) return cropped(element) ?? [];
    return { element, media: hashIn(element.getAttribute('src')), crop: whole, alt: element.getAttribute('alt') ?? '' };
  });

const shortly = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words);

/** How the button is called that marks a part of one of several pictures. */
export function markWords({ alt }: Pick<Shown, 'alt'>, index: number, count: number): string {
  if (count === 1) return 'Mark a part of the picture';
  return `Mark a part of picture ${index + 1}${alt ? `, ${shortly(alt)}` : ''}`;
}

/** How the button is called that takes the mark away. */
export const wholeWords = (count: number): string => (count === 1 ? 'The whole picture' : 'All of it');
