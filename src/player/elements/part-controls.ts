import { Captions, createElement, type IconNode, Maximize, Pause, Play, Volume2, VolumeX } from 'lucide';
import type { Stretch } from '../../shared/model/blocks/video.ts';
import { clock } from '../../shared/model/clock.ts';
import type { Words } from '../words/en.ts';
import { togglePlaying } from './start-playing.ts';
import { spokenAt } from './voice.ts';

const speeds = [0.75, 1, 1.25, 1.5, 2];

function iconButton(act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function name(button: HTMLButtonElement, label: string, icon: IconNode): void {
  if (button.title === label) return;
  button.title = label;
  button.setAttribute('aria-label', label);
  button.replaceChildren(createElement(icon, { width: 20, height: 20, 'aria-hidden': 'true' }));
}

function playButton(host: HTMLElement, video: HTMLVideoElement, words: Words, on: On): HTMLButtonElement {
  const button = iconButton(() => togglePlaying(host, video));
  button.className = 'sh-play';
  const show = () => (video.paused ? name(button, words.play, Play) : name(button, words.pause, Pause));
  on('play', show);
  on('pause', show);
  show();
  return button;
}

/** A seek bar as long as the part, and its times. */
function place(video: HTMLVideoElement, { from, to }: Stretch, words: Words, on: On): Node[] {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = String(to - from);
  slider.step = '0.1';
  slider.setAttribute('aria-label', words.place);
  const time = document.createElement('span');
  const show = () => {
    const now = Math.min(Math.max(video.currentTime - from, 0), to - from);
    slider.value = String(now);
    slider.setAttribute('aria-valuetext', words.timeOf(clock(now), clock(to - from)));
    time.textContent = `${clock(now)} / ${clock(to - from)}`;
  };
  slider.addEventListener('input', () => {
    video.currentTime = from + Number(slider.value);
  });
  // A tenth of a second is right for a pointer, and far too little for a key.
  slider.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    video.currentTime += by;
  });
  for (const event of ['timeupdate', 'seeking', 'loadedmetadata']) on(event, show);
  show();
  return [slider, time];
}

function muteButton(video: HTMLVideoElement, words: Words, on: On): HTMLButtonElement {
  const button = iconButton(() => {
    video.muted = !video.muted;
  });
  const show = () => (video.muted ? name(button, words.unmute, VolumeX) : name(button, words.mute, Volume2));
  on('volumechange', show);
  show();
  return button;
}

function captionsButton(video: HTMLVideoElement, words: Words, signal: AbortSignal): HTMLButtonElement[] {
  const track = video.querySelector<HTMLTrackElement>('track[kind="captions"]')?.track;
  if (!track) return [];
  const button = iconButton(() => {
    track.mode = track.mode === 'showing' ? 'hidden' : 'showing';
  });
  name(button, words.captions, Captions);
  const show = () => button.setAttribute('aria-pressed', String(track.mode === 'showing'));
  video.textTracks.addEventListener('change', show, { signal });
  show();
  return [button];
}

function speed(video: HTMLVideoElement, words: Words): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', words.speed);
  select.append(...speeds.map((factor) => new Option(`${factor}×`, String(factor), factor === 1, factor === 1)));
  select.addEventListener('change', () => {
    video.playbackRate = Number(select.value);
  });
  return select;
}

function fullScreenButton(host: HTMLElement, words: Words): HTMLButtonElement[] {
  if (!document.fullscreenEnabled) return [];
  const button = iconButton(() => void (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen()));
  name(button, words.fullScreen, Maximize);
  return [button];
}

type On = (event: string, act: () => void) => void;

/** Brings the keyboard to a player: a video without the browser's own controls takes it by its play button. */
export const focusPlayer = (host: HTMLElement, video: HTMLVideoElement): void =>
  (host.querySelector<HTMLElement>('.sh-play') ?? video).focus({ preventScroll: true });

/**
 * Controls for a part of a video. A browser's own show the whole file, its length and its seek bar. `sizes` is the choice among
 * the sizes of the video, where it has any.
 */
export function partControls(
  host: HTMLElement,
  video: HTMLVideoElement,
  stretch: Stretch,
  sizes: HTMLElement | null,
  signal: AbortSignal,
): HTMLElement {
  const on: On = (event, act) => video.addEventListener(event, act, { signal });
  const { words, mark } = spokenAt(host);
  const bar = mark(document.createElement('div'));
  // Time runs from left to right, as in every player.
  bar.dir = 'ltr';
  bar.className = 'sh-controls';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', video.getAttribute('aria-label') ?? words.video);
  bar.append(
    playButton(host, video, words, on),
    ...place(video, stretch, words, on),
    ...captionsButton(video, words, signal),
    speed(video, words),
    ...(sizes ? [sizes] : []),
    muteButton(video, words, on),
    ...fullScreenButton(host, words),
  );
  video.controls = false;
  on('click', () => togglePlaying(host, video));
  signal.addEventListener('abort', () => {
    bar.remove();
    video.controls = true;
  });
  return bar;
}
