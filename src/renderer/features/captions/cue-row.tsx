import { Combine, LogIn, LogOut, Scissors, Trash2, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, type Ref, useState } from 'react';
import type { Cue, Span } from '../../../shared/model/captions/captions.ts';
import { wordAt } from '../../../shared/model/captions/change.ts';
import type { Finding } from '../../../shared/model/captions/checks.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './captions.module.css';
import { findingWords, readStamp, stamp } from './words.ts';

export interface CueActions {
  open(id: string | null): void;
  seek(time: number): void;
  /** The moment of the take that the preview shows, or null while it shows another take. */
  now(): number | null;
  setText(id: string, text: string): void;
  retime(cue: Cue, span: Partial<Span>): void;
  split(id: string, word: number): void;
  splitNow(id: string): void;
  merge(id: string): void;
  mergeBefore(id: string): void;
  remove(id: string): void;
  go(id: string, by: 1 | -1): void;
  settle(): void;
}

interface Props {
  cue: Cue;
  language: string;
  findings: readonly Finding[];
  isOpen: boolean;
  isNow: boolean;
  isLast: boolean;
  actions: CueActions;
  index: number;
  top: number;
  measure: Ref<HTMLLIElement>;
}

/** Arrows move a moment by this much, with Shift by the second figure. Seconds. */
const nudge = [0.1, 1] as const;

/** A moment that is typed, or moved by arrows. */
function Moment({
  label,
  value,
  onChange,
  onSettle,
}: {
  label: string;
  value: number;
  onChange: (time: number) => void;
  onSettle: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const time = typed === null ? null : readStamp(typed);
    if (time !== null) onChange(time);
    setTyped(null);
    onSettle();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const step = nudge[event.shiftKey ? 1 : 0];
    setTyped(null);
    onChange(Math.max(0, value + (event.key === 'ArrowUp' ? step : -step)));
  };
  return (
    <label className={styles.moment}>
      {label}
      <input
        value={typed ?? stamp(value)}
        inputMode="decimal"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
        onBlur={keep}
      />
    </label>
  );
}

/** What a key does in a cue's text beyond writing: parting, joining and going on to the next, without a mouse. */
function keyAction(event: KeyboardEvent<HTMLTextAreaElement>, { id }: Cue, actions: CueActions): (() => void) | null {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const isCaret = start === end;
  switch (event.key) {
    case 'Enter':
      return event.ctrlKey || event.metaKey ? () => actions.split(id, wordAt(value, start)) : null;
    case 'Backspace':
      return isCaret && start === 0 ? () => actions.mergeBefore(id) : null;
    case 'Delete':
      return isCaret && start === value.length ? () => actions.merge(id) : null;
    case 'ArrowUp':
      return value.slice(0, start).includes('\n') ? null : () => actions.go(id, -1);
    case 'ArrowDown':
      return value.slice(end).includes('\n') ? null : () => actions.go(id, 1);
    default:
      return null;
  }
}

function pressInText(event: KeyboardEvent<HTMLTextAreaElement>, cue: Cue, actions: CueActions): void {
  const action = keyAction(event, cue, actions);
  if (!action) return;
  event.preventDefault();
  action();
}

export const CueRow = memo(function CueRow({ cue, language, findings, isOpen, isNow, isLast, actions, index, top, measure }: Props) {
  return (
    <li
      ref={measure}
      data-index={index}
      data-cue={cue.id}
      data-now={isNow}
      data-open={isOpen}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => actions.open(cue.id)}
    >
      <button type="button" className={styles.time} onClick={() => actions.seek(cue.from)} aria-label={`Show ${stamp(cue.from)}`}>
        {stamp(cue.from)}
      </button>
      <textarea
        className={styles.text}
        aria-label={`Caption ${index + 1}, at ${stamp(cue.from)}`}
        lang={language}
        rows={Math.max(1, cue.text.split('\n').length)}
        spellCheck
        value={cue.text}
        onChange={(event) => actions.setText(cue.id, event.target.value)}
        onKeyDown={(event) => pressInText(event, cue, actions)}
        onBlur={actions.settle}
      />
      {isOpen && (
        <div className={styles.tools}>
          <Moment label="From" value={cue.from} onChange={(from) => actions.retime(cue, { from })} onSettle={actions.settle} />
          <Moment label="To" value={cue.to} onChange={(to) => actions.retime(cue, { to })} onSettle={actions.settle} />
          <span>
            <IconButton label="Begins here" icon={LogIn} onClick={() => actions.retime(cue, { from: actions.now() ?? cue.from })} />
            <IconButton label="Ends here" icon={LogOut} onClick={() => actions.retime(cue, { to: actions.now() ?? cue.to })} />
            <IconButton label="Part at this moment" icon={Scissors} onClick={() => actions.splitNow(cue.id)} />
            <IconButton label="Join with the next" icon={Combine} disabled={isLast} onClick={() => actions.merge(cue.id)} />
            <IconButton label="Take this caption away" icon={Trash2} onClick={() => actions.remove(cue.id)} />
          </span>
        </div>
      )}
      {findings.length > 0 && (
        <ul className={styles.findings} aria-label="Hard to read">
          {findings.map(({ kind, value }) => (
            <li key={kind} className={styles.finding}>
              <TriangleAlert size={14} aria-hidden="true" />
              {findingWords[kind](value)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
});
