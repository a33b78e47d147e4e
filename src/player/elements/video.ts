import { isCompleted } from '../../shared/model/played.ts';
import { clock, words } from '../words.ts';
import { PlayHistory } from './history.ts';
import { keepPlace, placeIn } from './place.ts';
import { askInVideo } from './quiz/in-video.ts';
import { record } from './record.ts';
import { showText } from './tracks.ts';

const keys: Record<string, (video: HTMLVideoElement) => unknown> = {
  k: (video) => (video.paused ? video.play() : video.pause()),
  j: (video) => jump(video, -10),
  l: (video) => jump(video, 10),
  m: (video) => {
    video.muted = !video.muted;
  },
  f: (video) => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen()),
};

function jump(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = Math.min(Math.max(0, video.currentTime + seconds), video.duration || 0);
}

/**
 * `<showhow-video data-block data-media><video controls …>`: the browser's own player, which goes on where the learner
 * stopped, understands k, j, l, m and f, and says what was played.
 */
export class ShowhowVideo extends HTMLElement {
  #history = new PlayHistory();
  #completed = false;
  #life: AbortController | null = null;

  connectedCallback(): void {
    const video = this.querySelector('video');
    const { block: blockId, media } = this.dataset;
    if (!video || !blockId || !media) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const on = (name: string, act: () => void) => video.addEventListener(name, act, { signal });
    const length = () => (Number.isFinite(video.duration) ? video.duration : 0);
    const played = () => ({ time: video.currentTime, segments: [...this.#history.segments], duration: length() });

    on('play', () => {
      this.#history.play(video.currentTime);
      this.querySelector('.sh-resumed')?.remove();
      record(this, { verb: 'played', blockId, time: video.currentTime, duration: length() });
    });
    on('timeupdate', () => {
      if (!video.seeking) this.#history.at(video.currentTime);
      keepPlace(media, video.currentTime, length());
    });
    on('seeking', () => {
      const from = this.#history.seek(video.currentTime);
      if (Math.abs(from - video.currentTime) > 0.5)
        record(this, { verb: 'seeked', blockId, from, to: video.currentTime, duration: length() });
    });
    on('pause', () => {
      this.#history.pause(video.currentTime);
      record(this, { verb: 'paused', blockId, ...played() });
      if (this.#completed || !isCompleted(this.#history.segments, length())) return;
      this.#completed = true;
      record(this, { verb: 'completed', blockId, ...played() });
    });
    // A page that is left in mid-play still says what was seen.
    window.addEventListener('pagehide', () => !video.paused && video.dispatchEvent(new Event('pause')), { signal });
    this.addEventListener('keydown', (event) => press(event, video), { signal });
    showControlsOnceKnown(video, signal);
    this.#resume(video, placeIn(media), signal);
    askInVideo(this, video, signal);
    showText(this, video, signal);
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  #resume(video: HTMLVideoElement, place: number | null, signal: AbortSignal): void {
    if (place === null) return;
    const start = () => {
      if (place > video.duration) return;
      video.currentTime = place;
      this.#history.seek(place);
      this.append(resumed(place, () => jump(video, -video.currentTime)));
    };
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) start();
    else video.addEventListener('loadedmetadata', start, { once: true, signal });
  }
}

/** How long a video may stay without controls, in milliseconds. */
const patience = 2000;

/**
 * Chromium turns a wheel over a video that it has just begun to load, and goes on turning it when the video is long there.
 * Controls that come once the video is known have none; where that takes long, they come anyway.
 */
function showControlsOnceKnown(video: HTMLVideoElement, signal: AbortSignal): void {
  if (!video.controls || video.readyState >= HTMLMediaElement.HAVE_METADATA) return;
  video.controls = false;
  const show = () => {
    video.controls = true;
  };
  const timer = setTimeout(show, patience);
  for (const name of ['loadedmetadata', 'error', 'play']) video.addEventListener(name, show, { once: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    show();
  });
}

/** A line that says where the video goes on, with a way back to its start. */
function resumed(place: number, again: () => void): HTMLElement {
  const line = document.createElement('p');
  const button = document.createElement('button');
  line.className = 'sh-resumed';
  button.type = 'button';
  button.textContent = words.fromStart;
  button.addEventListener('click', () => {
    again();
    line.remove();
  });
  line.append(words.resumed(clock(place)), ' ', button);
  return line;
}

function press(event: KeyboardEvent, video: HTMLVideoElement): void {
  // Letters that are typed into an answer are letters.
  if (event.target instanceof Element && event.target.closest('showhow-quiz')) return;
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act(video);
}
