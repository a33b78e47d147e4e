import { KeptList } from '../../ui/kept-list.tsx';
import { AskCard } from './ask-card.tsx';
import css from './insight.module.css';
import { useInsights } from './use-insights.ts';

/** Questions that wait for the author, oldest first; nothing where none waits. For the home page. */
export function AskedOfYou() {
  const { data } = useInsights();
  const waiting = (data?.asks ?? [])
    .filter((ask) => ask.answer === null)
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="asked-of-you">
      <h2 id="asked-of-you" className={css.heading}>
        Asked of you
      </h2>
      <KeptList className={css.people}>
        {waiting.map((ask) => (
          <AskCard key={ask.id} ask={ask} />
        ))}
      </KeptList>
    </section>
  );
}
