import { Undo2 } from 'lucide-react';
import { editDuration } from '../../../shared/model/edit/time.ts';
import { Button } from '../../ui/button.tsx';
import type { Bench } from './bench.ts';
import styles from './panels.module.css';
import type { Range } from './ranges.ts';
import { rangeWords } from './use-cutting.ts';
import { spoken } from './words.ts';

function name(range: Range, duration: number): string {
  if (range.from === 0) return 'Before the start';
  return duration - range.to < 0.005 ? 'After the end' : 'In between';
}

/** What was taken out, each with the way back. */
export function PanelCuts({ bench: { list, take, cutting, player } }: { bench: Bench }) {
  const { removed, bringBack } = cutting;
  const { duration } = take;
  if (removed.length === 0) {
    return (
      <div className={styles.teach}>
        <h2>Nothing is cut out yet</h2>
        <p>Drag across the sound to select what nobody needs to see, then press “Cut out”.</p>
        <p>The two dark bars at the ends move where it starts and where it ends. Nothing is lost: all of it can be brought back.</p>
      </div>
    );
  }
  return (
    <>
      <p className={styles.sum}>
        {spoken(editDuration(list))} stay, {spoken(duration - editDuration(list))} are cut out.
      </p>
      <ul className={styles.list} aria-label="Cut out">
        {removed.map((range) => (
          <li key={range.from} className={styles.row}>
            <button type="button" className={styles.place} onClick={() => player.seek(range.from)}>
              <span>{name(range, duration)}</span>
              <span className={styles.times}>{rangeWords(range)}</span>
            </button>
            <Button icon={Undo2} onClick={() => bringBack(range)} aria-label={`Bring back ${rangeWords(range)}`}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
