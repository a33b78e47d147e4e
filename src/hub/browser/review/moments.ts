import { nearest, stretchOf } from '../../../player/elements/stretch.ts';
import type { Stretch } from '../../../shared/model/blocks/video.ts';
import { clock } from '../../../shared/model/clock.ts';
import { stretchWords } from '../../../shared/model/review/words.ts';
import { blockIn, rowOf, speakOf, tool, toolsOf } from './form.ts';

const videoIn = (row: HTMLElement): HTMLVideoElement | null => row.querySelector('.sh-body video');

/** What of its file a video in parts shows; null where that is all of it. */
function partOf(video: HTMLVideoElement): Stretch | null {
  const player = video.closest<HTMLElement>('showhow-video');
  return player && stretchOf(player);
}

/** A form beside a video speaks of the moment at which it stands; it can be made a stretch, or the whole. One that was `begun` before goes on to speak of what it did. */
export function speakOfMoment(row: HTMLElement, form: HTMLFormElement, begun: boolean): void {
  const video = videoIn(row);
  const tools = video && toolsOf(form);
  if (!video || !tools) return;
  video.pause();
  const part = partOf(video);
  const begins = part?.from ?? 0;
  // A video that is not loaded yet stands at the beginning of its file, whichever part of it is shown.
  const now = () => (part ? nearest(part, video.currentTime) : video.currentTime);
  let from = now();
  const blockId = blockIn(row);
  const speak = (to?: number) => {
    const stretch = { from, ...(to !== undefined && to > from && { to }) };
    speakOf(
      form,
      { kind: 'moment', blockId, media: '0'.repeat(64), duration: video.duration || 0, ...stretch },
      `At ${stretchWords(stretch, begins)}`,
    );
  };
  const begin = tool('From here', () => {
    from = now();
    speak();
  });
  const end = tool('Until here', () => speak(now()));
  const whole = tool('The whole video', () => speakOf(form, null, ''));
  const name = () => {
    begin.textContent = `At ${clock(now() - begins)}`;
    end.textContent = `Until ${clock(now() - begins)}`;
    end.disabled = now() <= from;
  };
  video.addEventListener('timeupdate', name);
  tools.append(begin, end, whole);
  name();
  if (!begun) speak();
}

/** A comment on a moment leads to it. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-seek]') : null;
  const row = rowOf(link);
  const video = row && videoIn(row);
  if (!link || !video) return;
  event.preventDefault();
  video.currentTime = Number(link.dataset.seek);
  video.scrollIntoView({ block: 'nearest' });
  video.focus();
});
