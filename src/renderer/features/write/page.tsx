import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { orpc } from '../../api/client.ts';
import { isMissing } from '../../api/missing.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import css from './desk.module.css';
import { Desk } from './desk.tsx';
import { MissingModule } from './missing-module.tsx';
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
  return (
    <main className={css.alone} id="content" tabIndex={-1}>
      {isMissing(draft.error) && <MissingModule />}
      {draft.error && !isMissing(draft.error) && (
        <Page title="Write" narrow>
          <FaultNotice error={draft.error} action={<Button onClick={() => void draft.refetch()}>Try again</Button>} />
        </Page>
      )}
    </main>
  );
}
