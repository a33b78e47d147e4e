import type { Area } from '../../shared/model/edit/list.ts';

/** A sheet that lies on a picture, as large as it whatever the window does, with a frame on it in shares of the picture. */
export interface Easel {
  sheet: HTMLElement;
  frame: HTMLElement;
  put(area: Area): void;
  remove(): void;
}

const percent = (share: number): string => `${share * 100}%`;

export function easelOn(picture: Element, area: Area): Easel {
  const sheet = document.createElement('div');
  sheet.className = 'easel';
  const frame = document.createElement('div');
  frame.className = 'region';
  sheet.append(frame);
  // Beside the blocks and not in them: a click on it is none on a card, a link or a question.
  const holder = picture.closest<HTMLElement>('.sh-body') ?? picture.parentElement;
  holder?.classList.add('has-region');
  holder?.append(sheet);

  const align = () => {
    if (!holder) return;
    const [box, around] = [picture.getBoundingClientRect(), holder.getBoundingClientRect()];
    Object.assign(sheet.style, {
      margin: '0',
      left: `${box.left - around.left - holder.clientLeft + holder.scrollLeft}px`,
      top: `${box.top - around.top - holder.clientTop + holder.scrollTop}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
  };
  const watch = new ResizeObserver(align);
  watch.observe(picture);
  if (holder) watch.observe(holder);
  align();

  const put = ({ x, y, width, height }: Area) =>
    void Object.assign(frame.style, { left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
  put(area);
  return {
    sheet,
    frame,
    put,
    remove: () => {
      watch.disconnect();
      sheet.remove();
    },
  };
}
