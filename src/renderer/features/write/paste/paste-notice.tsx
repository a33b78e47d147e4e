import { Button } from '../../../ui/button.tsx';
import { FaultNotice, Notice } from '../../../ui/notice.tsx';
import type { Pasting } from './use-pasting.ts';

const joined = new Intl.ListFormat('en', { type: 'conjunction' });

/** That a paste is on its way, and what did not come along with the last one. Nothing where all of it did. */
export function PasteNotice({ busy, dropped, error, forget }: Pasting) {
  return (
    <>
      <FaultNotice error={error} />
      {busy && <Notice>The pictures of what you pasted are on their way. You can write on.</Notice>}
      {dropped.length > 0 && (
        <Notice
          action={
            <Button variant="plain" onClick={forget}>
              All right
            </Button>
          }
        >
          Pasted. Left behind: {joined.format(dropped)}.
        </Notice>
      )}
    </>
  );
}
