import type { Locator } from '@playwright/test';

/** Goes to a moment of a video, once it is known how long it is, and waits until it is shown. */
export const seekTo = (video: Locator, second: number): Promise<void> =>
  video.evaluate(
    (element: HTMLVideoElement, to) =>
      new Promise<void>((sought) => {
        const go = () => {
          element.addEventListener('seeked', () => sought(), { once: true });
          element.currentTime = to;
        };
        if (element.readyState >= HTMLMediaElement.HAVE_METADATA) go();
        else element.addEventListener('loadedmetadata', go, { once: true });
      }),
    second,
  );
