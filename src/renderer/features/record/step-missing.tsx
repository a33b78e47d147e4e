import { useEffect } from 'react';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import styles from '../cut/waiting.module.css';
import css from './record.module.css';
import type { RedoneStep } from './redo.ts';
import type { Redone } from './use-redone.ts';

const words: Record<NonNullable<Redone['missing']>, { title: string; says: string }> = {
  gone: {
    title: 'This step is not here',
    says: 'It was to be recorded again, but the address may be old, or its cut was removed. Nothing was recorded yet.',
  },
  unseen: {
    title: 'This step is not seen in its cut',
    says: 'It was to be recorded again, but it was cut out, so that a new recording would have no place. Nothing was recorded yet. In the cutting room it can be brought back.',
  },
};

/** Instead of the recorder: the step that was to be recorded again is not there, and how to go on from here. */
export function StepMissing({ missing, step }: { missing: NonNullable<Redone['missing']>; step: RedoneStep | null }) {
  const { title, says } = words[missing];
  useEffect(() => {
    document.title = 'No such step · Showhow';
  }, []);
  const actions = (
    <div className={css.onward}>
      <ButtonLink to="/record" variant="primary">
        Record a new take
      </ButtonLink>
      {missing === 'unseen' && step ? (
        <ButtonLink to={`/cut/${step.edit}`}>Go back to the cutting room</ButtonLink>
      ) : (
        <ButtonLink to="/">Go to the start</ButtonLink>
      )}
    </div>
  );
  return (
    <main className={styles.waiting} id="content" tabIndex={-1}>
      <h1 className="visually-hidden">No such step</h1>
      <Empty title={title} action={actions}>
        {says}
      </Empty>
    </main>
  );
}
