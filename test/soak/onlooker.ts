import type { Page } from '@playwright/test';

export interface Onlooker {
  /** When the camera turned bright, by the page's own clock, in seconds from the moment at which the onlooker came. */
  flashes(): Promise<number[]>;
}

interface Seen {
  from: number;
  flashes: number[];
}

/**
 * Watches the camera beside the recorder, and knows nothing of it. A test camera plays its file by a clock of
 * its own: how far that slides is what the onlooker sees, and what a take has beyond it is the recorder's.
 */
export async function watchCamera(page: Page): Promise<Onlooker> {
  await page.getByLabel('What will be recorded of the camera').evaluate((element) => {
    const video = element as HTMLVideoElement;
    const seen: Seen = { from: performance.now(), flashes: [] };
    (window as unknown as { seen: Seen }).seen = seen;
    const canvas = new OffscreenCanvas(16, 12);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const [track] = (video.srcObject as MediaStream).getVideoTracks();
    if (!context || !track) throw new Error('There is no camera to look at');
    // What is drawn on the screen is too seldom for that: a flash lasts three frames.
    const frames = new MediaStreamTrackProcessor({ track: track.clone() as MediaStreamVideoTrack }).readable;
    let bright = true;
    const look = (frame: VideoFrame): void => {
      const now = performance.now();
      context.drawImage(frame, 0, 0, canvas.width, canvas.height);
      frame.close();
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const turned = data.reduce((sum, value) => sum + value, 0) / data.length > 230;
      if (turned && !bright) seen.flashes.push((now - seen.from) / 1000);
      bright = turned;
    };
    void frames.pipeTo(new WritableStream({ write: look }));
  });
  return { flashes: () => page.evaluate(() => (window as unknown as { seen: Seen }).seen.flashes) };
}
