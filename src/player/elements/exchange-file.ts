import { startPlaying } from './start-playing.ts';

/** Puts one file of a video in the place of another: place, speed, captions and whether it plays stay. */
export interface Exchange {
  play(src: string): void;
  isChanging(): boolean;
}

/** What a video is at, and goes on with in another file. */
interface Going {
  at: number;
  rate: number;
  isPlaying: boolean;
  modes: readonly TextTrackMode[];
}

const tracksOf = (video: HTMLVideoElement): TextTrack[] => Array.from(video.textTracks);

const goingOf = (video: HTMLVideoElement): Going => ({
  at: video.currentTime,
  rate: video.playbackRate,
  isPlaying: !video.paused && !video.ended,
  modes: tracksOf(video).map(({ mode }) => mode),
});

export function exchangeFile(host: HTMLElement, video: HTMLVideoElement, signal: AbortSignal): Exchange {
  let going: Going | null = null;
  let change: AbortController | null = null;

  const end = () => {
    change?.abort();
    change = null;
    going = null;
  };
  const goOn = async ({ isPlaying }: Going, { signal: still }: AbortController) => {
    if (isPlaying) await startPlaying(host, video);
    if (still.aborted) return;
    end();
    // Whoever counted on its playing learns that it does not.
    if (isPlaying && video.paused) video.dispatchEvent(new Event('pause'));
  };
  const arrived = (now: Going, mine: AbortController) => {
    video.playbackRate = now.rate;
    for (const [index, track] of tracksOf(video).entries()) track.mode = now.modes[index] ?? track.mode;
    const onwards = () => void goOn(now, mine);
    if (now.at === video.currentTime) return onwards();
    video.addEventListener('seeked', onwards, { once: true, signal: mine.signal });
    video.currentTime = now.at;
  };

  signal.addEventListener('abort', end);
  return {
    isChanging: () => going !== null,
    play(src) {
      // Where nothing is known of the video yet, nothing of it can be lost.
      if (going === null && video.readyState < HTMLMediaElement.HAVE_METADATA) {
        video.src = src;
        return;
      }
      // Changed once more before the file was there: it goes on from where it was.
      const now = going ?? goingOf(video);
      change?.abort();
      const mine = new AbortController();
      going = now;
      change = mine;
      video.src = src;
      video.addEventListener('loadedmetadata', () => arrived(now, mine), { once: true, signal: mine.signal });
    },
  };
}
