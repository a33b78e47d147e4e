import { X } from 'lucide-react';
import { type CSSProperties, useEffect, useId, useRef } from 'react';
import { type Notes as NotesOf, scrollPace } from '../../../shared/model/notes.ts';
import { IconButton } from '../../ui/button.tsx';
import css from './notes.module.css';

interface NotesProps {
  notes: NotesOf;
  onChange(change: Partial<NotesOf>): void;
  /** running: the text goes on · still: it waits, as the take does · writing: there is no take, and it can be changed. */
  mode: 'writing' | 'running' | 'still';
  /** Whether this window may be seen in what is recorded. */
  inPicture: boolean;
}

/** Lets the text run past at its speed while the take runs; whoever scrolls goes on from there. */
function Prompter({ notes, isRunning }: { notes: NotesOf; isRunning: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isRunning) return;
    let frame = 0;
    let before = performance.now();
    let rest = 0;
    const step = (now: number) => {
      const pace = scrollPace(notes, text.current?.offsetHeight ?? 0);
      // Browsers scroll by whole pixels; what is less than one waits.
      rest += (pace * (now - before)) / 1000;
      before = now;
      const whole = Math.floor(rest);
      rest -= whole;
      if (whole > 0) box.current?.scrollBy({ top: whole, behavior: 'instant' });
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isRunning, notes]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={css.box} ref={box} tabIndex={0} aria-label="Your notes">
      <p ref={text} className={css.text}>
        {notes.text}
      </p>
    </section>
  );
}

/** Notes that stay beside the picture: written before the take, and running past while it runs. */
export function Notes({ notes, onChange, mode, inPicture }: NotesProps) {
  const id = useId();
  return (
    <aside className={css.notes} aria-label="Notes" style={{ '--letter': `${notes.size}px` } as CSSProperties}>
      <header className={css.header}>
        <h2>Notes</h2>
        <IconButton label="Close the notes" icon={X} onClick={() => onChange({ shown: false })} />
      </header>
      {mode === 'writing' ? (
        <textarea
          className={css.box}
          aria-label="What you want to say"
          placeholder="What you want to say. It runs past here while you record."
          value={notes.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      ) : (
        <Prompter notes={notes} isRunning={mode === 'running'} />
      )}
      <footer className={css.footer}>
        <label htmlFor={`${id}-speed`}>Speed</label>
        <input
          id={`${id}-speed`}
          type="range"
          min={0}
          max={260}
          step={10}
          value={notes.speed}
          aria-valuetext={notes.speed === 0 ? 'stands still' : `${notes.speed} words a minute`}
          onChange={(event) => onChange({ speed: Number(event.target.value) })}
        />
        <span>{notes.speed === 0 ? 'still' : `${notes.speed} words`}</span>
        <label htmlFor={`${id}-size`}>Size</label>
        <input
          id={`${id}-size`}
          type="range"
          min={16}
          max={56}
          step={2}
          value={notes.size}
          aria-valuetext={`${notes.size} pixels`}
          onChange={(event) => onChange({ size: Number(event.target.value) })}
        />
        <span>{notes.size}</span>
      </footer>
      {inPicture && <p className={css.hint}>The whole screen is recorded. Put this window on another screen, or the notes are seen too.</p>}
    </aside>
  );
}
