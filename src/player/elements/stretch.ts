import type { Stretch } from '../../shared/model/blocks/video.ts';

/** What of its file a video shows, as `data-from` and `data-to` say it; null where it is all of it. */
export function stretchOf({ dataset: { from, to } }: HTMLElement): Stretch | null {
  const stretch = { from: Number(from), to: Number(to) };
  return from !== undefined && to !== undefined && stretch.from >= 0 && stretch.to > stretch.from ? stretch : null;
}

/** The nearest time to this one that is in the stretch. */
export const nearest = ({ from, to }: Stretch, time: number): number => Math.min(Math.max(time, from), to);

/** Tells where a video is, at every picture while it plays: `timeupdate` alone comes a quarter of a second late. */
export function whilePlaying(video: HTMLVideoElement, signal: AbortSignal, see: (time: number) => void): void {
  const look = () => {
    if (signal.aborted || video.paused) return;
    see(video.currentTime);
    requestAnimationFrame(look);
  };
  video.addEventListener('play', look, { signal });
  // Pages in the background paint nothing, and their videos play on.
  video.addEventListener('timeupdate', () => !video.paused && see(video.currentTime), { signal });
}

/** Under this many seconds before its end a part is over. */
const nearEnd = 0.05;

/** Keeps a video within what is shown of it: it begins there, ends there, and nobody jumps out of it. */
export function keepWithin(video: HTMLVideoElement, stretch: Stretch, signal: AbortSignal): void {
  const { from, to } = stretch;
  const within = () => {
    const place = nearest(stretch, video.currentTime);
    if (Math.abs(place - video.currentTime) > 0.01) video.currentTime = place;
  };
  const on = (name: string, act: () => void) => video.addEventListener(name, act, { signal });
  on('loadedmetadata', within);
  on('seeking', within);
  on('play', () => {
    if (video.currentTime >= to - nearEnd) video.currentTime = from;
  });
  whilePlaying(video, signal, (time) => {
    if (time < to || video.seeking) return;
    video.pause();
    within();
  });
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) within();
}
