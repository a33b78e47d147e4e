import { useState } from 'react';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import css from './desk.module.css';
import type { Saving } from './use-module.ts';

/** What stands in the way of saving, and what can be done about it. Nothing where nothing does. */
export function SaveNotice({ saving: { state, flush, keepMine, takeTheirs } }: { saving: Saving }) {
  const [error, setError] = useState<unknown>(null);
  const tryTo = (action: () => Promise<unknown>) => () => {
    setError(null);
    action().catch(setError);
  };
  if (state.is === 'failed') {
    return (
      <Notice tone="fault" action={<Button onClick={tryTo(flush)}>Try again</Button>}>
        Your last changes are not on disk yet; keep this page open. {sentenceOf(state.error)}
      </Notice>
    );
  }
  if (state.is !== 'stale') return null;
  return (
    <>
      <Notice
        tone="attention"
        action={
          <span className={css.choices}>
            <Button onClick={tryTo(takeTheirs)}>Load the other</Button>
            <Button onClick={tryTo(keepMine)}>Keep this one</Button>
          </span>
        }
      >
        This module was changed in another window. Your last changes here are not saved. Which one counts?
      </Notice>
      <FaultNotice error={error} />
    </>
  );
}
