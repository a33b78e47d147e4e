import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { orpc } from '../../api/client.ts';
import { isMissing } from '../../api/missing.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ConnectHub } from '../connect/connect.tsx';
import { MissingModule } from '../write/missing-module.tsx';
import { OneModule } from './one.tsx';
import { ReviewStates } from './review-states.tsx';

/** As many are listed, the last changed first; all others are found in the library. */
const most = 30;

function AllModules() {
  const { data, error } = useQuery(orpc.library.find.queryOptions({ input: { order: 'changed', count: most } }));
  return (
    <Page title="Publish" narrow>
      <FaultNotice error={error} />
      {data && data.total > 0 && (
        <Card>
          <ReviewStates modules={data.entries.map(({ card }) => card)} />
          {data.total > most && (
            <ButtonLink to="/library" variant="plain">
              All {data.total} modules
            </ButtonLink>
          )}
        </Card>
      )}
      {data?.total === 0 && (
        <Empty title="Nothing to publish yet" action={<ButtonLink to="/write">Write a module</ButtonLink>}>
          Write a module around what you recorded. Then hand it in here: a colleague looks at it, and with her approval you publish it.
        </Empty>
      )}
      <Card>
        <ConnectHub />
      </Card>
    </Page>
  );
}

function ModulePage({ moduleId }: { moduleId: string }) {
  const { data, error } = useQuery(orpc.modules.get.queryOptions({ input: { id: moduleId } }));
  if (isMissing(error)) return <MissingModule />;
  return (
    <Page title="Publish" narrow>
      <FaultNotice error={error} />
      {data && <OneModule draft={data} />}
    </Page>
  );
}

/** `/publish` lists the modules and where they stand, `/publish/:moduleId` brings one on its way. */
export function Component() {
  const { moduleId } = useParams();
  return moduleId === undefined ? <AllModules /> : <ModulePage moduleId={moduleId} />;
}
