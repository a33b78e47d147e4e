import type { ScrubCopy } from './scrub-copy.ts';

/** What is seen of a track while a hand moves over the timeline, above its own picture. Times are seconds of the file. */
export interface Scrub {
  /** Shows a moment as soon as it can; the newest wish counts. */
  show: (time: number) => void;
  /** The picture itself has arrived, or shall be seen. */
  hide: () => void;
  isShown: () => boolean;
}

export function createScrub(canvas: HTMLCanvasElement, copy: ScrubCopy): Scrub {
  let wanted: number | null = null;
  let isShown = false;
  let isDrawing = false;

  const hide = () => {
    wanted = null;
    isShown = false;
    canvas.hidden = true;
    delete canvas.dataset.wish;
    delete canvas.dataset.moment;
  };

  const draw = async () => {
    isDrawing = true;
    try {
      while (wanted !== null) {
        const time = wanted;
        wanted = null;
        const isThere = await copy.draw(canvas, time);
        if (!isShown) continue;
        canvas.hidden = !isThere;
        if (isThere) canvas.dataset.moment = String(time);
      }
    } catch {
      // The studio does not give it now: the picture itself comes, and tells where it does not either.
      hide();
    } finally {
      isDrawing = false;
    }
  };

  return {
    show(time) {
      wanted = time;
      isShown = true;
      canvas.dataset.wish = String(time);
      if (!isDrawing) void draw();
    },
    hide,
    isShown: () => isShown,
  };
}
