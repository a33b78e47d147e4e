import type { ToldMoment } from '../../../shared/contract/history.ts';
import { exactly } from '../../ui/format.ts';
import css from './history.module.css';
import { dayWords, kindWords, timeWords } from './words.ts';

interface ListProps {
  moments: ToldMoment[];
  /** What happened since the newest. */
  now: string;
  /** Null: the module as it is now. */
  chosen: string | null;
  choose(moment: string | null): void;
}

interface RowProps {
  time: string;
  at: string | null;
  title: string;
  summary: string;
  named: boolean;
  current: boolean;
  onChoose(): void;
}

const Row = ({ time, at, title, summary, named, current, onChoose }: RowProps) => (
  <li>
    <button type="button" className={css.moment} aria-current={current || undefined} onClick={onChoose}>
      <span className={css.time}>
        {at ? (
          <time dateTime={at} title={exactly(at)}>
            {time}
          </time>
        ) : (
          time
        )}
      </span>
      <span className={named ? css.named : undefined}>{title}</span>
      {summary !== '' && <span className={css.summary}>{summary}</span>}
    </button>
  </li>
);

/** All that was kept, the newest first, day by day. */
export function MomentList({ moments, now, chosen, choose }: ListProps) {
  const days = Map.groupBy(moments, ({ at }) => dayWords(at));
  return (
    <nav className={css.list} aria-label="Versions of this module">
      <ul>
        <Row
          time="Now"
          at={null}
          title="As it is now"
          summary={now}
          named={false}
          current={chosen === null}
          onChoose={() => choose(null)}
        />
      </ul>
      {[...days].map(([day, all]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ul>
            {all.map(({ id, at, name, kind, summary }) => (
              <Row
                key={id}
                time={timeWords(at)}
                at={at}
                title={name ?? kindWords[kind]}
                named={name !== null}
                summary={summary}
                current={chosen === id}
                onChoose={() => choose(id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
