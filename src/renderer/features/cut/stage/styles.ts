import type { Box, Size } from '../../../../shared/model/scene/canvas.ts';
import { ground } from '../../../../shared/model/scene/scene.ts';
import type { CoverNow, LayerNow } from '../../../../shared/model/scene/scene-at.ts';

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 1e5) / 1e3}%`;

/** Where a box of the canvas stands in an element that shows the canvas. */
export const placed = (box: Box, canvas: Size): Record<'left' | 'top' | 'width' | 'height', string> => ({
  left: percent(box.x, canvas.width),
  top: percent(box.y, canvas.height),
  width: percent(box.width, canvas.width),
  height: percent(box.height, canvas.height),
});

/** Moves a picture that fills its frame so that the part that is to be seen fills it. */
export const viewTransform = ({ view, size }: Pick<LayerNow, 'view' | 'size'>): string =>
  `translate(${percent(-view.x, view.width)}, ${percent(-view.y, view.height)}) scale(${size.width / view.width}, ${size.height / view.height})`;

/** A blur as large on the screen as on the picture: the picture's element is a container, and 100 cqw are its width. */
export const coverStyle = ({ how, sigma, size }: CoverNow): Record<'background' | 'backdropFilter', string> =>
  how === 'cover'
    ? { background: ground, backdropFilter: 'none' }
    : { background: 'none', backdropFilter: `blur(${(sigma / size.width) * 100}cqw)` };
