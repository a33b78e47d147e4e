import type { Dropped } from '../../../shared/model/dropped.ts';
import css from './exchange.module.css';

const place = (where: string): string => (where === '' ? '' : `${where.charAt(0).toUpperCase()}${where.slice(1)}`);

/** What did not come along: what, where it stood, and why. Nothing where all did. */
export function DroppedList({ dropped, said }: { dropped: readonly Dropped[]; said: string }) {
  if (dropped.length === 0) return null;
  const count = dropped.length === 1 ? '1 thing was' : `${dropped.length} things were`;
  return (
    <section className={css.dropped} aria-label={`What was ${said}`}>
      <h3>
        {count} {said}
      </h3>
      {/* A long list is scrolled, also by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard. */}
      <ul tabIndex={0}>
        {dropped.map(({ what, where, why }) => (
          <li key={`${what} ${where} ${why}`}>
            <strong>{what}</strong>
            <span>
              {place(where)}. {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
