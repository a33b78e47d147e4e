import type { Stretch } from '../../shared/model/blocks/video.ts';
import { clock } from '../../shared/model/clock.ts';
import { spokenIn } from '../../shared/model/translation/language.ts';
import { withStorage } from './storage.ts';
import { type Spoken, spokenAt } from './voice.ts';

/** What is said or begins at a moment of a video. */
interface Moment {
  from: number;
  to: number;
  text: string;
}

/** A rest this long begins a paragraph of the transcript, and so does so much text. Seconds, characters. */
const longRest = 1.5;
const longParagraph = 420;

const momentsOf = (track: TextTrack): Moment[] =>
  [...(track.cues ?? [])].map((cue) => {
    // As text, whatever it holds: markup in a caption file never becomes markup here.
    const text = cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '';
    return { from: cue.startTime, to: cue.endTime, text: text.replace(/\s+/gu, ' ').trim() };
  });

/** The moments of which something lies within a stretch, and of those what lies within it. */
export const momentsWithin = (moments: readonly Moment[], { from, to }: Stretch): Moment[] =>
  moments.flatMap((moment) =>
    moment.to > from && moment.from < to ? [{ ...moment, from: Math.max(moment.from, from), to: Math.min(moment.to, to) }] : [],
  );

interface Shown {
  video: HTMLVideoElement;
  part: Stretch | null;
  signal: AbortSignal;
}

/** Cues of one track of a video once they are there; nothing where there is no such track or it cannot be read. */
function whenRead({ video, part, signal }: Shown, kind: 'captions' | 'chapters', use: (moments: Moment[]) => void): void {
  const element = video.querySelector<HTMLTrackElement>(`track[kind="${kind}"]`);
  if (!element) return;
  const read = () => {
    const all = momentsOf(element.track).filter(({ text }) => text !== '');
    const moments = part ? momentsWithin(all, part) : all;
    if (moments.length > 0) use(moments);
  };
  element.addEventListener('load', read, { once: true, signal });
  // A track that is off is never fetched.
  if (element.track.mode === 'disabled') element.track.mode = 'hidden';
  if (element.readyState === HTMLTrackElement.LOADED) read();
}

function jumpButton(video: HTMLVideoElement, { from, to }: Moment, content: readonly (string | Node)[]): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.from = String(from);
  button.dataset.to = String(to);
  button.append(...content);
  button.addEventListener('click', () => {
    video.currentTime = from + 0.001;
  });
  return button;
}

/** Marks the button of the present moment, and only that one. */
function follow(video: HTMLVideoElement, buttons: readonly HTMLButtonElement[], signal: AbortSignal): void {
  const mark = () => {
    const { currentTime } = video;
    for (const button of buttons) {
      const isNow = currentTime >= Number(button.dataset.from) && currentTime < Number(button.dataset.to);
      if (isNow) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  };
  for (const name of ['timeupdate', 'seeked']) video.addEventListener(name, mark, { signal });
}

/** Parts of a video by name, each a way to its beginning. */
function chapterList({ video, part, signal }: Shown, chapters: readonly Moment[], { words }: Spoken): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'sh-chapters';
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', words.chapters);
  const buttons = chapters.map((chapter) => {
    const time = document.createElement('span');
    time.textContent = clock(chapter.from - (part?.from ?? 0));
    return jumpButton(video, chapter, [time, ` ${chapter.text}`]);
  });
  list.append(
    ...buttons.map((button) => {
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  follow(video, buttons, signal);
  return list;
}

/** All that is said, as text one can read, search and jump by. */
function transcript({ video, signal }: Shown, cues: readonly Moment[], language: string, { words, mark }: Spoken): HTMLElement {
  const details = document.createElement('details');
  details.className = 'sh-transcript';
  const summary = mark(document.createElement('summary'));
  summary.textContent = words.transcript;
  const body = document.createElement('div');
  if (language) Object.assign(body, spokenIn(language));
  const buttons: HTMLButtonElement[] = [];
  let paragraph = document.createElement('p');
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    const begins = before && (cue.from - before.to >= longRest || (paragraph.textContent?.length ?? 0) > longParagraph);
    if (!before || begins) {
      paragraph = document.createElement('p');
      body.append(paragraph);
    }
    const button = jumpButton(video, cue, [cue.text]);
    buttons.push(button);
    paragraph.append(button, ' ');
  }
  details.append(summary, body);
  follow(video, buttons, signal);
  return details;
}

const key = 'showhow:captions';

/** Where nothing is kept, captions are shown, as for someone new. */
const wantsCaptions = (): boolean => withStorage((storage) => storage.getItem(key)) !== 'off';

const keepWish = (wants: boolean): void => {
  withStorage((storage) => storage.setItem(key, wants ? 'on' : 'off'));
};

/** Captions stay on or off as the learner last had them. */
function rememberCaptions(video: HTMLVideoElement, signal: AbortSignal): void {
  const track = video.querySelector<HTMLTrackElement>('track[kind="captions"]')?.track;
  if (!track) return;
  track.mode = wantsCaptions() ? 'showing' : 'hidden';
  video.textTracks.addEventListener('change', () => keepWish(track.mode === 'showing'), { signal });
}

/** Puts chapters and a transcript beneath a video that has them; of a part, those of the part. */
export function showText(host: HTMLElement, video: HTMLVideoElement, part: Stretch | null, signal: AbortSignal): void {
  const shown: Shown = { video, part, signal };
  const spoken = spokenAt(host);
  rememberCaptions(video, signal);
  // Both come when they have been fetched; the chapters stand first, whichever is there first.
  const place = document.createElement('div');
  place.className = 'sh-text';
  whenRead(shown, 'chapters', (chapters) => {
    // A part that lies within one chapter needs no list to find it.
    if (part && chapters.length === 1) return;
    place.prepend(chapterList(shown, chapters, spoken));
    host.append(place);
  });
  whenRead(shown, 'captions', (cues) => {
    const language = video.querySelector<HTMLTrackElement>('track[kind="captions"]')?.srclang ?? '';
    place.append(transcript(shown, cues, language, spoken));
    host.append(place);
  });
}
