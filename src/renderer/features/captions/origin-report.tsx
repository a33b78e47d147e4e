import type { Origin } from '../../../shared/model/captions/captions.ts';
import styles from './captions.module.css';
import { stamp } from './words.ts';

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

/** Where the script and what is said differ; nothing where they do not. */
export function OriginReport({ origin, onSeek }: { origin: Origin; onSeek: (time: number) => void }) {
  if (origin.by !== 'script') return null;
  const { aligned, missing, extra } = origin;
  if (!aligned)
    return <p className={styles.report}>The times were laid over what is said, not heard word by word. Play it once and look them over.</p>;
  if (missing.length === 0 && extra.length === 0) return null;
  const parts = [
    missing.length > 0 ? `${count(missing.length, 'sentence')} of the script not heard` : '',
    extra.length > 0 ? `${count(extra.length, 'passage')} not in the script` : '',
  ];
  return (
    <details className={styles.report}>
      <summary>{parts.filter(Boolean).join(', ')}</summary>
      <ul>
        {missing.map((sentence) => (
          <li key={sentence}>Not heard: “{sentence}”</li>
        ))}
        {extra.map(({ from, to }) => (
          <li key={from}>
            Something else is said:{' '}
            <button type="button" onClick={() => onSeek(from)}>
              {stamp(from)} – {stamp(to)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
