import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { readFault } from '../../../shared/contract/faults.ts';
import { orpc } from '../../api/client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './desk.module.css';
import { Desk } from './desk.tsx';
import { openedModule } from './module-query.ts';

/** Writing gets the window for itself. */
export const handle = { bare: true };

export function Component() {
  const { moduleId = '' } = useParams();
  const draft = useQuery(openedModule(moduleId));
  // Who speaks stands on top of the document, and the lack of a name is something to do.
  const profile = useQuery(orpc.profile.get.queryOptions());
  if (profile.isPending) return null;
  if (draft.data) return <Desk key={draft.data.id} draft={draft.data} />;
  const gone = readFault(draft.error)?.code === 'NOT_FOUND' || readFault(draft.error)?.code === 'INPUT_INVALID';
  return (
    <main className={css.alone} id="content" tabIndex={-1}>
      {gone ? (
        <Empty title="This module is not here" action={<ButtonLink to="/">Go to the start</ButtonLink>}>
          The address may be old, or the module was removed. What is in progress stands on the start page.
        </Empty>
      ) : (
        <FaultNotice error={draft.error} action={<Button onClick={() => void draft.refetch()}>Try again</Button>} />
      )}
    </main>
  );
}
