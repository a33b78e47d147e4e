import { useState } from 'react';
import { sentenceOf } from '../../shared/contract/sentences.ts';
import { Button } from '../ui/button.tsx';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import type { SaveState } from './autosave.ts';

interface SaveNoticeProps {
  state: SaveState;
  /** What is being saved, as its page calls it. */
  thing: 'cut' | 'captions';
  /** Writes what is waiting. */
  flush(): Promise<unknown>;
  /** Takes the newer state that another window saved. */
  takeTheirs(): Promise<unknown>;
  /** Writes over what another window saved. */
  keepMine(): Promise<unknown>;
}

interface UnsavedProps extends Pick<SaveNoticeProps, 'state' | 'flush'> {
  what?: string;
}

/** What could not be written yet. Nothing where all is well. */
export function UnsavedNotice({ what = 'Your last changes', state, flush }: UnsavedProps) {
  if (state.is !== 'failed') return null;
  return (
    <Notice tone="fault" action={<Button onClick={() => void flush()}>Try again</Button>}>
      {what} are not on disk yet; keep this page open. {sentenceOf(state.error)}
    </Notice>
  );
}

/** What stands in the way of saving, and what can be done about it. Nothing where nothing does. */
export function SaveNotice({ state, thing, flush, takeTheirs, keepMine }: SaveNoticeProps) {
  const [error, setError] = useState<unknown>(null);
  const tryTo = (action: () => Promise<unknown>) => () => {
    setError(null);
    action().catch(setError);
  };
  if (state.is !== 'stale') return <UnsavedNotice state={state} flush={flush} />;
  return (
    <>
      <Notice
        tone="attention"
        action={
          <>
            <Button onClick={tryTo(takeTheirs)}>Load the other</Button>
            <Button onClick={tryTo(keepMine)}>Keep this one</Button>
          </>
        }
      >
        {thing === 'captions' ? 'These captions were' : `This ${thing} was`} changed in another window. Your last changes here are not
        saved. Which one counts?
      </Notice>
      <FaultNotice error={error} />
    </>
  );
}
