import { lastAdvice, type Advice as Said } from '../../../shared/model/review/by-file.ts';
import { Ago } from '../../ui/ago.tsx';
import css from './advice.module.css';
import { Speaker } from './comment.tsx';

const verdicts: Record<Said['verdict'], string> = { approve: 'would approve it', return: 'would return it' };

interface AdviceProps {
  advice: readonly Said[];
  /** Names of advice of which only a file says whose it is; all of it where left out. */
  byFile?: readonly string[];
  /** The version on the desk, or on screen. */
  revision: string;
}

/** What reviewers without an account say at the end. It stands as what it is: a word to the author. */
export function AdviceList({ advice, byFile, revision }: AdviceProps) {
  const last = lastAdvice(advice);
  if (last.length === 0) return null;
  return (
    <section className={css.advice} aria-label="Advice">
      <ul>
        {last.map((one) => (
          <li key={one.id}>
            <p className={css.who}>
              <Speaker name={one.by} claimed={byFile?.includes(one.id) ?? true} />{' '}
              <b className={css[one.verdict]}>{verdicts[one.verdict]}</b> <Ago at={one.at} />
              {one.revision !== revision && <span>, of another version than the one here</span>}
            </p>
            {one.words && <p className={css.words}>{one.words}</p>}
          </li>
        ))}
      </ul>
      <p className={css.note}>This is advice. Approving is bound to a person whom the hub knows, and is done there.</p>
    </section>
  );
}
