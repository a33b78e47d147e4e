import { clock } from '../../shared/model/clock.ts';
import { isCompleted } from '../../shared/model/played.ts';
import type { PlayedSegment } from '../../shared/model/record.ts';
import { PlayHistory } from './history.ts';
import { focusPlayer, partControls } from './part-controls.ts';
import { keepPlace, keepPlayed, placeIn, playedBefore } from './place.ts';
import { askInVideo } from './quiz/in-video.ts';
import { record } from './record.ts';
import { chooseSize } from './sizes.ts';
import { startPlaying, togglePlaying } from './start-playing.ts';
import { keepWithin, stretchOf } from './stretch.ts';
import { showText } from './tracks.ts';
import { type Spoken, spokenAt } from './voice.ts';

/**
 * `<showhow-video data-block data-media><video controls …>`: the browser's own player, which goes on where the learner
 * stopped, understands k, j, l, m and f, and says what was played. With `data-from` and `data-to` it plays that part of
 * the file only, under controls that know of nothing else; every time it reports is counted from the beginning of the part.
 */
export class ShowhowVideo extends HTMLElement {
  #history = new PlayHistory();
  #completed = false;
  #life: AbortController | null = null;
  /** Someone asked for a moment, so it does not go on where it stopped last time. */
  #sent = false;

  connectedCallback(): void {
    const { video } = this;
    const { block: blockId, media } = this.dataset;
    if (!video || !blockId || !media) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const part = stretchOf(this);
    const sizes = chooseSize(this, video, signal);
    // Nobody jumps, stops or begins where one file takes the place of another.
    const on = (name: string, act: () => void) => video.addEventListener(name, () => sizes?.isChanging() || act(), { signal });
    const start = part?.from ?? 0;
    const length = () => (Number.isFinite(video.duration) ? Math.max(0, Math.min(part?.to ?? video.duration, video.duration) - start) : 0);
    const time = () => (part ? Math.min(Math.max(0, video.currentTime - start), length()) : video.currentTime);
    const kept = part ? `${media}#${part.from}-${part.to}` : media;
    this.#history = new PlayHistory(playedBefore(kept));
    const played = (segments: readonly PlayedSegment[]) => ({ time: time(), segments: [...segments], duration: length() });

    if (part) {
      keepWithin(video, part, signal);
      video.after(partControls(this, video, part, sizes?.control ?? null, signal));
    } else {
      showControlsOnceKnown(video, signal);
      if (sizes) video.after(sizes.control);
    }
    on('play', () => {
      this.#history.play(time());
      this.querySelector('.sh-resumed')?.remove();
      record(this, { verb: 'played', blockId, time: time(), duration: length() });
    });
    // Where the script came late, somebody may have pressed play before.
    if (!video.paused) this.#history.play(time(), Math.max(0, playedFrom(video) - start));
    on('timeupdate', () => {
      if (!video.seeking) this.#history.at(time());
      keepPlace(kept, time(), length());
    });
    on('seeking', () => {
      const from = this.#history.seek(time());
      if (Math.abs(from - time()) > 0.5) record(this, { verb: 'seeked', blockId, from, to: time(), duration: length() });
    });
    on('pause', () => {
      this.#history.pause(time());
      record(this, { verb: 'paused', blockId, ...played(this.#history.segments) });
      if (this.#completed) return;
      this.#completed = isCompleted(this.#history.all, length());
      keepPlayed(kept, this.#history.all, this.#completed);
      if (this.#completed) record(this, { verb: 'completed', blockId, ...played(this.#history.all) });
    });
    // A page that is left in mid-play still says what was seen.
    window.addEventListener('pagehide', () => !video.paused && video.dispatchEvent(new Event('pause')), { signal });
    this.addEventListener('keydown', (event) => press(event, this, video), { signal });
    this.#resume(video, placeIn(kept), start, length, signal);
    askInVideo(this, video, part, signal);
    showText(this, video, part, signal);
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  get video(): HTMLVideoElement | null {
    return this.querySelector('video');
  }

  /** Shows a moment, in seconds of the file, and plays on from there; the keyboard goes along. */
  async playFrom(at: number): Promise<void> {
    const { video } = this;
    if (!video) return;
    this.#sent = true;
    this.querySelector('.sh-resumed')?.remove();
    video.currentTime = at;
    this.scrollIntoView({ block: 'center' });
    focusPlayer(this, video);
    // Where the browser plays nothing by itself, the moment stands there and waits for a press.
    await startPlaying(this, video);
  }

  #resume(video: HTMLVideoElement, place: number | null, start: number, length: () => number, signal: AbortSignal): void {
    if (place === null) return;
    const begin = () => {
      if (this.#sent || place > length()) return;
      video.currentTime = start + place;
      this.#history.seek(place);
      this.append(
        resumed(spokenAt(this), place, () => {
          video.currentTime = start;
        }),
      );
    };
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
    else video.addEventListener('loadedmetadata', begin, { once: true, signal });
  }
}

/** Where what plays now began, in seconds of the file. */
function playedFrom({ played, currentTime }: HTMLVideoElement): number {
  const begins = Array.from({ length: played.length }, (_, index) => played.start(index));
  return begins.findLast((begin) => begin <= currentTime) ?? currentTime;
}

/** How long a video may stay without controls, in milliseconds. */
const patience = 2000;

/**
 * Chromium turns a wheel over a video that it has just begun to load, and goes on turning it when the video is long there.
 * Controls that come once the video is known have none; where that takes long, they come anyway. Meanwhile the video keeps
 * the keyboard, which a video without controls would not have.
 */
function showControlsOnceKnown(video: HTMLVideoElement, signal: AbortSignal): void {
  if (!video.controls || video.readyState >= HTMLMediaElement.HAVE_METADATA) return;
  video.tabIndex = 0;
  video.controls = false;
  const show = () => {
    video.controls = true;
    video.removeAttribute('tabindex');
  };
  const timer = setTimeout(show, patience);
  for (const name of ['loadedmetadata', 'error', 'play']) video.addEventListener(name, show, { once: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    show();
  });
}

/** A line that says where the video goes on, with a way back to its start. */
function resumed({ words, mark }: Spoken, place: number, again: () => void): HTMLElement {
  const line = mark(document.createElement('p'));
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

const toggleFullScreen = (element: HTMLElement) => (document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen());

function jump(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = Math.min(Math.max(0, video.currentTime + seconds), video.duration || 0);
}

const keys: Record<string, (video: HTMLVideoElement, host: HTMLElement) => unknown> = {
  k: (video, host) => togglePlaying(host, video),
  j: (video) => jump(video, -10),
  l: (video) => jump(video, 10),
  m: (video) => {
    video.muted = !video.muted;
  },
  // Controls that are not the browser's own go along only with what holds them.
  f: (video, host) => toggleFullScreen(video.controls ? video : host),
};

function press(event: KeyboardEvent, host: HTMLElement, video: HTMLVideoElement): void {
  // Letters that are typed into an answer are letters.
  if (event.target instanceof Element && event.target.closest('showhow-quiz')) return;
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act(video, host);
}
