import { clock } from '../../../shared/model/clock.ts';
import { stretchWords } from '../../../shared/model/review/words.ts';
import { blockIn, rowOf, speakOf, tool, toolsOf } from './form.ts';

/** Of a video in parts: where in the file that begins which its player calls 0:00. */
const beginsAt = (video: HTMLVideoElement): number => Number(video.closest<HTMLElement>('showhow-video')?.dataset.from ?? 0);

const videoIn = (row: HTMLElement): HTMLVideoElement | null => row.querySelector('.sh-body video');

/** A form beside a video speaks of the moment at which it stands; it can be made a stretch, or the whole. */
export function speakOfMoment(row: HTMLElement, form: HTMLFormElement): void {
  const video = videoIn(row);
  const tools = video && toolsOf(form);
  if (!video || !tools) return;
  video.pause();
  const begins = beginsAt(video);
  let from = video.currentTime;
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
    from = video.currentTime;
    speak();
  });
  const end = tool('Until here', () => speak(video.currentTime));
  const whole = tool('The whole video', () => speakOf(form, null, ''));
  const name = () => {
    begin.textContent = `At ${clock(video.currentTime - begins)}`;
    end.textContent = `Until ${clock(video.currentTime - begins)}`;
    end.disabled = video.currentTime <= from;
  };
  video.addEventListener('timeupdate', name);
  tools.append(begin, end, whole);
  name();
  speak();
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
