import { playRefusal } from '../../shared/model/play-refusal.ts';
import { spokenAt } from './voice.ts';

const name = 'sh-not-begun';

/** Says that a video did not begin, until it does. */
function sayNotBegun(host: Element, video: HTMLVideoElement): void {
  const { words, mark } = spokenAt(host);
  const line = mark(document.createElement('p'));
  line.className = name;
  line.setAttribute('role', 'alert');
  line.textContent = words.notBegun;
  host.append(line);
  video.addEventListener('play', () => line.remove(), { once: true });
}

/** Plays a video. Where the browser does not begin, that is said beneath it. */
export async function startPlaying(host: Element, video: HTMLVideoElement): Promise<void> {
  host.querySelector(`.${name}`)?.remove();
  try {
    await video.play();
  } catch (error) {
    // Whoever pauses right after pressing play, or goes to another moment, wanted it so.
    if (playRefusal(error) === 'stopped') return;
    video.pause();
    sayNotBegun(host, video);
  }
}

/** Plays what rests, and pauses what plays. */
export const togglePlaying = (host: Element, video: HTMLVideoElement): void =>
  video.paused ? void startPlaying(host, video) : video.pause();
