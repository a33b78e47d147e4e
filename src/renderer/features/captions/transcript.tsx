import { useVirtualizer } from '@tanstack/react-virtual';
import { Scissors, Undo2 } from 'lucide-react';
import { type KeyboardEvent, memo, type PointerEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { cutOut } from '../../../shared/model/edit/clips.ts';
import { bringBack } from '../../../shared/model/edit/removed.ts';
import type { Take } from '../../../shared/model/take.ts';
import { Button } from '../../ui/button.tsx';
import type { Bench } from '../cut/bench.ts';
import { useAtTime } from '../cut/use-player.ts';
import styles from './captions.module.css';
import { isCut, rangeOfWords, rangesToBringBack, type SpokenWord, spokenWords } from './cut-words.ts';
import type { TakeClock } from './take-clock.ts';
import type { Captioning } from './use-session.ts';
import { stamp } from './words.ts';

/** A rest this long begins a paragraph, and so does a paragraph of this many words. */
const longRest = 1.5;
const longParagraph = 70;

interface Paragraph {
  first: number;
  words: SpokenWord[];
}

function paragraphsOf(words: readonly SpokenWord[]): Paragraph[] {
  const found: Paragraph[] = [];
  for (const [index, word] of words.entries()) {
    const last = found.at(-1);
    const before = words[index - 1];
    const isFull = last !== undefined && last.words.length >= longParagraph && /[.!?]\W*$/u.test(before?.text ?? '');
    if (last && before && word.from - before.to < longRest && !isFull && last.words.length < 2 * longParagraph) last.words.push(word);
    else found.push({ first: index, words: [word] });
  }
  return found;
}

/** Words that are chosen, from where it began to where it went. */
interface Choice {
  anchor: number;
  head: number;
}

interface ParagraphProps {
  paragraph: Paragraph;
  /** For each of its words whether it is cut out. */
  cuts: string;
  from: number;
  to: number;
  now: number;
  id: string;
}

const Words = memo(function Words({ paragraph: { first, words }, cuts, from, to, now, id }: ParagraphProps) {
  return words.map((word, place) => {
    const index = first + place;
    return (
      <span key={index}>
        <span
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index >= from && index <= to}
          aria-label={cuts[place] === 'x' ? `${word.text}, cut out` : undefined}
          data-word={index}
          data-cut={cuts[place] === 'x'}
          data-now={index === now}
          className={styles.word}
        >
          {word.text}
        </span>{' '}
      </span>
    );
  });
});

const wordUnder = (event: PointerEvent): number | null => {
  const element = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-word]');
  return element ? Number(element.dataset.word) : null;
};

/** What is said as text: words that are taken out here are cut out of the video, and stand struck until they come back. */
interface Props {
  captioning: Captioning;
  bench: Bench;
  take: Take;
  clock: TakeClock;
}

export function Transcript({ captioning, bench, take, clock }: Props) {
  const { list, player, cutting } = bench;
  const { cues, language } = captioning.draft;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const words = useMemo(() => spokenWords(cues), [cues]);
  const paragraphs = useMemo(() => paragraphsOf(words), [words]);
  const cutMarks = useMemo(
    () => paragraphs.map((paragraph) => paragraph.words.map((word) => (isCut(word, list.clips, take.id) ? 'x' : '.')).join('')),
    [paragraphs, list.clips, take.id],
  );
  const now = useAtTime(
    player,
    useCallback(() => {
      const time = clock.now();
      return time === null ? -1 : words.findIndex(({ from, to }) => time >= from && time < to);
    }, [words, clock]),
  );
  const placeOf = useCallback((index: number) => paragraphs.findLastIndex(({ first }) => first <= index), [paragraphs]);

  const rows = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 220,
    overscan: 2,
  });

  useEffect(() => {
    if (now >= 0 && player.state().rate > 0) rows.scrollToIndex(placeOf(now), { align: 'auto' });
  }, [now, rows, placeOf, player]);

  const from = choice ? Math.min(choice.anchor, choice.head) : -1;
  const to = choice ? Math.max(choice.anchor, choice.head) : -2;
  const chosen = words.slice(Math.max(0, from), to + 1);
  const struck = chosen.filter((word) => isCut(word, list.clips, take.id)).length;

  const choose = (head: number, extend: boolean) => {
    const bounded = Math.min(Math.max(0, head), words.length - 1);
    setChoice((before) => ({ anchor: extend && before ? before.anchor : bounded, head: bounded }));
    const word = words[bounded];
    if (word && player.state().rate === 0) clock.seek(word.from + 0.001);
    rows.scrollToIndex(placeOf(bounded), { align: 'auto' });
  };

  const cut = () => {
    const range = rangeOfWords(words, from, to);
    const next = range && cutOut(list, take.id, range.from, range.to);
    if (next?.clips.length === 0) return cutting.say('This would leave nothing to be seen. Choose fewer words.');
    if (next) cutting.change(next, `cut out ${chosen.length === 1 ? `“${chosen[0]?.text}”` : `${chosen.length} words`}`);
  };
  const putBack = () => {
    const removed = cutting.removed.filter(({ source }) => source === take.id);
    const next = rangesToBringBack(words, from, to, removed).reduce(
      (edit, range) => bringBack(edit, { source: take.id, ...range }, () => crypto.randomUUID()),
      list,
    );
    if (next !== list) cutting.change(next, `bring back ${chosen.length === 1 ? `“${chosen[0]?.text}”` : `${chosen.length} words`}`);
  };

  const moves: Record<string, number | undefined> = {
    ArrowLeft: choice ? choice.head - 1 : 0,
    ArrowRight: choice ? choice.head + 1 : 0,
    ArrowUp: (choice?.head ?? 0) - 8,
    ArrowDown: (choice?.head ?? 0) + 8,
    Home: 0,
    End: words.length - 1,
  };
  const press = (event: KeyboardEvent) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    const acts: Record<string, (() => void) | undefined> = {
      Delete: choice ? (struck === chosen.length ? putBack : cut) : undefined,
      Backspace: choice ? (struck === chosen.length ? putBack : cut) : undefined,
      Escape: choice ? () => setChoice(null) : undefined,
    };
    const act = move === undefined ? acts[event.key] : () => choose(move, event.shiftKey);
    if (!act) return;
    event.preventDefault();
    act();
  };

  const down = (event: PointerEvent) => {
    const word = wordUnder(event);
    if (event.button !== 0 || word === null) return;
    dragging.current = true;
    // Also where the pointer leaves the text and is let go outside.
    event.currentTarget.setPointerCapture(event.pointerId);
    choose(word, event.shiftKey);
  };
  const drag = (event: PointerEvent) => {
    const word = dragging.current ? wordUnder(event) : null;
    if (word !== null && word !== choice?.head) setChoice((before) => before && { ...before, head: word });
  };

  return (
    <div className={styles.reading}>
      <div className={styles.chosen} role="status">
        {choice
          ? `${chosen.length === 1 ? 'One word' : `${chosen.length} words`} chosen`
          : 'Choose words and press Delete to cut them out.'}
        {choice && (
          <span>
            {struck < chosen.length && (
              <Button icon={Scissors} onClick={cut}>
                Cut out
              </Button>
            )}
            {struck > 0 && (
              <Button icon={Undo2} onClick={putBack}>
                Bring back
              </Button>
            )}
          </span>
        )}
      </div>
      <div
        ref={scroller}
        className={styles.transcript}
        role="listbox"
        tabIndex={0}
        aria-label="Transcript"
        aria-multiselectable="true"
        aria-activedescendant={choice ? `${id}-${choice.head}` : undefined}
        lang={language}
        onKeyDown={press}
        onPointerDown={down}
        onPointerMove={drag}
        onLostPointerCapture={() => {
          dragging.current = false;
        }}
      >
        <div className={styles.rows} role="presentation" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const paragraph = paragraphs[index];
            const at = paragraph?.words[0]?.from ?? 0;
            return (
              paragraph && (
                <div
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  className={styles.paragraph}
                  style={{ transform: `translateY(${start}px)` }}
                  role="presentation"
                >
                  <span className={styles.stamp} aria-hidden="true">
                    {stamp(at)}
                  </span>
                  <Words {...{ paragraph, from, to, now, id }} cuts={cutMarks[index] ?? ''} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
