import type { Stretch } from '../../../shared/model/blocks/video.ts';
import { clock } from '../../../shared/model/clock.ts';
import { recordEvent } from '../../../shared/model/played.ts';
import type { Words } from '../../words/en.ts';
import { focusPlayer } from '../part-controls.ts';
import { startPlaying } from '../start-playing.ts';
import { type Spoken, spokenAt } from '../voice.ts';

/** A question that comes sooner than the next report is waited for. Seconds. */
const ahead = 0.4;

interface Moment {
  section: HTMLElement;
  at: number;
  /** Answered or skipped; it is not asked again by itself. */
  done: boolean;
  button: HTMLButtonElement;
}

function momentOf(section: HTMLElement, start: number, { words, mark }: Spoken): Moment {
  const at = Number(section.dataset.at);
  const button = mark(document.createElement('button'));
  button.type = 'button';
  button.textContent = words.questionAt(clock(at - start));
  return { section, at, done: false, button };
}

function listOf(moments: readonly Moment[], words: Words): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'sh-moments';
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', words.questionsInVideo);
  for (const { button } of moments) {
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
  return list;
}

/**
 * Asks the questions of a video at their moments: it stops, the question has the focus, and it goes on when that is answered
 * or skipped. Where the page stood still meanwhile they are asked late, one after the other, and none is left out; what is
 * jumped over is not asked, and each jump is announced. Times are told from where the video begins to be shown.
 */
export function askInVideo(host: HTMLElement, video: HTMLVideoElement, part: Stretch | null, signal: AbortSignal): void {
  const start = part?.from ?? 0;
  const spoken = spokenAt(host);
  const { words } = spoken;
  const moments = [...host.querySelectorAll<HTMLElement>('.sh-asked')].map((section) => momentOf(section, start, spoken));
  if (moments.length === 0) return;
  let open: Moment | null = null;
  /** Up to here nothing more is to be asked. */
  let last = video.currentTime;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const dueAt = (now: number) => moments.find(({ at, done }) => !done && at >= last && at <= now);
  const show = (moment: Moment) => {
    if (open) open.section.hidden = true;
    open = moment;
    last = moment.at;
    video.pause();
    // What is asked stands below the picture, which fills the screen.
    if (document.fullscreenElement) void document.exitFullscreen();
    moment.section.hidden = false;
    moment.section.querySelector<HTMLElement>('.sh-at')?.focus();
  };
  const close = () => {
    if (!open) return;
    open.section.hidden = true;
    open.done = true;
    open = null;
  };
  const goOn = () => {
    close();
    const next = dueAt(video.currentTime);
    if (next) return show(next);
    focusPlayer(host, video);
    if (!video.ended) void startPlaying(host, video);
  };
  const check = () => {
    clearTimeout(timer);
    if (open || video.seeking) return;
    const now = video.currentTime;
    // Also where it was paused since: a moment that was played is asked. What rests at one is not.
    const due = video.paused && now === last ? undefined : dueAt(now);
    if (due) return show(due);
    last = now;
    const next = moments.find(({ at, done }) => !done && at > now && at - now < ahead);
    if (next && !video.paused) timer = setTimeout(check, ((next.at - now) / (video.playbackRate || 1)) * 1000);
  };

  video.addEventListener('timeupdate', check, { signal });
  video.addEventListener(
    'seeking',
    () => {
      last = video.currentTime;
    },
    { signal },
  );
  // Who plays on without a word has skipped it.
  video.addEventListener('play', close, { signal });
  for (const moment of moments) {
    const { section, button } = moment;
    section.hidden = true;
    const forth = section.querySelector('.sh-go-on');
    forth?.parentElement?.removeAttribute('hidden');
    forth?.addEventListener('click', goOn, { signal });
    section.addEventListener(
      recordEvent,
      () => {
        forth?.replaceChildren(words.goOn);
        button.textContent = `${words.questionAt(clock(moment.at - start))} · ${words.answered}`;
      },
      { signal },
    );
    button.addEventListener(
      'click',
      () => {
        video.currentTime = moment.at;
        show(moment);
      },
      { signal },
    );
  }
  const list = listOf(moments, words);
  host.append(list);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    list.remove();
  });
}
