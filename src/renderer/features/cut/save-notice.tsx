import { useState } from 'react';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import styles from './room.module.css';
import type { Editing } from './use-edit.ts';

/** What stands in the way of saving, and what can be done about it. Nothing where nothing does. */
export function SaveNotice({ editing }: { editing: Editing }) {
  const { saving, flush, takeTheirs, keepMine } = editing;
  const [error, setError] = useState<unknown>(null);
  const tryTo = (action: () => Promise<unknown>) => () => {
    setError(null);
    action().catch(setError);
  };
  if (saving.is === 'failed') {
    return (
      <div className={styles.notice}>
        <Notice tone="fault" action={<Button onClick={tryTo(flush)}>Try again</Button>}>
          Your last changes are not on disk yet. {sentenceOf(saving.error)}
        </Notice>
      </div>
    );
  }
  if (saving.is !== 'stale') return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone="attention"
        action={
          <span className={styles.choices}>
            <Button onClick={tryTo(takeTheirs)}>Load the other</Button>
            <Button onClick={tryTo(keepMine)}>Keep this one</Button>
          </span>
        }
      >
        This cut was changed in another window. Your last changes here are not saved. Which one counts?
      </Notice>
      <FaultNotice error={error} />
    </div>
  );
}
