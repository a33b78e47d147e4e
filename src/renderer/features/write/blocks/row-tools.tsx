import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import css from './blocks.module.css';

interface RowToolsProps {
  /** "step 2": what the buttons speak of. */
  name: string;
  first: boolean;
  last: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** Up, down and away for one row of a block. */
export function RowTools({ name, first, last, onMove, onRemove }: RowToolsProps) {
  return (
    <span className={css.rowTools}>
      <IconButton label={`Move ${name} up`} icon={ArrowUp} disabled={first} onClick={() => onMove(-1)} />
      <IconButton label={`Move ${name} down`} icon={ArrowDown} disabled={last} onClick={() => onMove(1)} />
      <IconButton label={`Remove ${name}`} icon={X} disabled={first && last} onClick={onRemove} />
    </span>
  );
}

/** `Alt` with an arrow moves the row in which one types; answers whether the key was that. */
export function movedByKeys(event: KeyboardEvent, onMove: (by: -1 | 1) => void): boolean {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!event.altKey || (by !== -1 && by !== 1)) return false;
  event.preventDefault();
  event.stopPropagation();
  onMove(by);
  return true;
}
