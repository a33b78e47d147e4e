import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../../ui/button.tsx';
import css from './quiz.module.css';

interface PartRowProps {
  /** What the part is called: "answer 2". */
  name: string;
  note: string;
  /** What the note's field asks for, alone and with the name of the part in it. */
  asks: [placeholder: string, label: string];
  onNote(note: string): void;
  onRemove: (() => void) | null;
  onMove?: (by: -1 | 1) => void;
  /** Stands before the fields: a number, or the mark of what is right. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One part of a question: what it says, what is said about it, and how it goes. */
export function PartRow({ name, note, asks, onNote, onRemove, onMove, lead, children }: PartRowProps) {
  return (
    <li className={css.part}>
      {lead}
      <div className={css.partFields}>
        {children}
        <input
          className={css.note}
          value={note}
          maxLength={500}
          placeholder={asks[0]}
          aria-label={asks[1]}
          onChange={(event) => onNote(event.target.value)}
        />
      </div>
      {onMove && (
        <>
          <IconButton label={`Move ${name} up`} icon={ArrowUp} onClick={() => onMove(-1)} />
          <IconButton label={`Move ${name} down`} icon={ArrowDown} onClick={() => onMove(1)} />
        </>
      )}
      <IconButton label={`Remove ${name}`} icon={X} disabled={!onRemove} onClick={() => onRemove?.()} />
    </li>
  );
}
