import { Button } from '../../../ui/button.tsx';
import { FaultNotice, Notice } from '../../../ui/notice.tsx';
import type { Pasting } from './use-pasting.ts';

const joined = new Intl.ListFormat('en', { type: 'conjunction' });

/** What did not come along with the last paste. Nothing where all of it did. */
export function PasteNotice({ dropped, error, forget }: Pasting) {
  return (
    <>
      <FaultNotice error={error} />
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
