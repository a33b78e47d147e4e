import { Bookmark, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Chapter, SoundChoice } from '../../../shared/model/edit/list.ts';
import { clipsDuration, toOutput } from '../../../shared/model/edit/time.ts';
import { trackNames } from '../../../shared/model/health/words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import type { Bench } from './bench.ts';
import { chapterTitle, unnamedChapters, unnamedSentence } from './chapters.ts';
import styles from './panels.module.css';
import { rangeWords } from './use-cutting.ts';
import { clock, spoken } from './words.ts';

function ChapterRow({ chapter, bench: { list, player, cutting } }: { chapter: Chapter; bench: Bench }) {
  const typed = useTyped(chapter.title);
  const before = useRef(chapter.title);
  const at = toOutput(list, chapter.source, chapter.at);
  const type = (text: string) => {
    typed.type(text, text.trim());
    cutting.renameChapter(chapter.id, text.trim());
  };
  const settle = () => {
    typed.settle();
    cutting.settle();
    if (chapter.title !== before.current) cutting.say(`The chapter is called “${chapterTitle(chapter)}” now.`);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') type(before.current);
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <li className={styles.row}>
      {at === null ? (
        <span className={styles.times}>cut out</span>
      ) : (
        <button type="button" className={styles.jump} onClick={() => player.seek(at)}>
          {clock(at)}
          <span className="visually-hidden">Go to {chapter.title}</span>
        </button>
      )}
      <input
        className={styles.chapterTitle}
        aria-label={`Title of the chapter at ${at === null ? 'a place that was cut out' : spoken(at)}`}
        maxLength={120}
        value={typed.value}
        onFocus={() => {
          before.current = chapter.title;
        }}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={press}
      />
      <IconButton label={`Remove the chapter ${chapter.title}`} icon={X} onClick={() => cutting.removeChapter(chapter.id)} />
    </li>
  );
}

function Chapters({ bench }: { bench: Bench }) {
  const { list, cutting } = bench;
  const place = (chapter: Chapter) => toOutput(list, chapter.source, chapter.at) ?? Number.POSITIVE_INFINITY;
  const unnamed = unnamedSentence(unnamedChapters(list));
  const inOrder = [...list.chapters].sort((a, b) => place(a) - place(b));
  return (
    <section className={styles.section}>
      <h2>Chapters</h2>
      {inOrder.length === 0 && <p className={styles.small}>Chapters let colleagues go straight to the step they need.</p>}
      {unnamed && <p className={styles.small}>{unnamed}</p>}
      <ul className={styles.list} aria-label="Chapters">
        {inOrder.map((chapter) => (
          <ChapterRow key={chapter.id} chapter={chapter} bench={bench} />
        ))}
      </ul>
      <Button icon={Bookmark} onClick={cutting.addChapter} aria-keyshortcuts="C">
        Chapter begins here
      </Button>
    </section>
  );
}

/** What the sound lost, each with the way back. */
function Heard({ bench: { list, takes, quiet, cutting } }: { bench: Bench }) {
  const { denoise, muted } = list.sound;
  if (!denoise && muted.length === 0) return null;
  const change = (sound: Partial<SoundChoice>, label: string) => cutting.change({ ...list, sound: { ...list.sound, ...sound } }, label);
  return (
    <section className={styles.section}>
      <h2>What is heard</h2>
      <ul className={styles.list} aria-label="What is heard">
        {denoise && (
          <li className={styles.row}>
            <span>
              The noise of the room is reduced.
              {quiet.pending && <span className={styles.times}> You hear it in a moment.</span>}
            </span>
            <Button icon={Undo2} onClick={() => change({ denoise: false }, 'bring back the noise')} aria-label="Bring back the noise">
              Bring back
            </Button>
          </li>
        )}
        {muted.map((track) => (
          <li key={`${track.source} ${track.kind}`} className={styles.row}>
            <span>
              {`${trackNames[track.kind]} is silent.`} <span className={styles.times}>{takes.get(track.source)?.title}</span>
            </span>
            <Button
              icon={Undo2}
              onClick={() => change({ muted: muted.filter((each) => each !== track) }, 'let a track be heard')}
              aria-label={`${trackNames[track.kind]}: let it be heard`}
            >
              Let it be heard
            </Button>
          </li>
        ))}
      </ul>
      <FaultNotice error={quiet.error} />
    </section>
  );
}

/** So many rows are in the page at first; more when they are asked for. */
const fewRows = 40;

/** What was taken out, each with the way back, and the chapters. */
export function PanelCuts({ bench }: { bench: Bench }) {
  const { list, takes, cutting, player } = bench;
  const { removed, bringBack } = cutting;
  const [shown, setShown] = useState(fewRows);
  const lost = removed.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    <div className={styles.sections}>
      {removed.length === 0 ? (
        <div className={styles.teach}>
          <h2>Nothing is cut out yet</h2>
          <p>Drag across the sound to select what nobody needs to see, then press “Cut out”.</p>
          <p>Choose a clip to move its edges, or drag it to another place. Nothing is lost: all of it can be brought back.</p>
        </div>
      ) : (
        <section className={styles.section}>
          <h2>Cut out</h2>
          <p className={styles.sum}>
            {spoken(clipsDuration(list))} stay, {spoken(lost)} are cut out.
          </p>
          <ul className={styles.list} aria-label="Cut out">
            {removed.slice(0, shown).map((stretch) => (
              <li key={`${stretch.source} ${stretch.from}`} className={styles.row}>
                <button type="button" className={styles.place} onClick={() => player.seek(stretch.at)}>
                  <span>{takes.get(stretch.source)?.title}</span>
                  <span className={styles.times}>{rangeWords(stretch)}</span>
                </button>
                <Button icon={Undo2} onClick={() => bringBack(stretch)} aria-label={`Bring back ${rangeWords(stretch)}`}>
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
          {removed.length > shown && (
            <Button variant="plain" onClick={() => setShown(shown + fewRows)}>
              {`Show more of the other ${removed.length - shown}`}
            </Button>
          )}
        </section>
      )}
      <Heard bench={bench} />
      <Chapters bench={bench} />
    </div>
  );
}
