import { useQuery } from '@tanstack/react-query';
import { Circle, PenLine } from 'lucide-react';
import { orpc } from '../../api/client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AskedOfYou } from '../insight/asked-of-you.tsx';
import { Thanks } from '../insight/thanks.tsx';
import { ImportButton, InProgress } from '../library/index.ts';
import { SalvageOffer } from '../record/salvage-offer.tsx';
import { ModulesInProgress } from '../write/modules-in-progress.tsx';
import { FirstTime } from './first-time.tsx';
import { greeting } from './greeting.ts';

/** What waits for the author, what she is at, who thanked her; for a newcomer how it goes. */
export function Component() {
  const takes = useQuery(orpc.takes.list.queryOptions());
  const modules = useQuery(orpc.modules.list.queryOptions());
  const profile = useQuery(orpc.profile.get.queryOptions());
  const nothingYet = takes.data?.length === 0 && modules.data?.length === 0;
  return (
    <Page
      title={greeting(new Date().getHours(), profile.data?.name ?? '')}
      actions={
        <>
          {!nothingYet && (
            <ButtonLink to="/record" variant="primary" icon={Circle}>
              Record
            </ButtonLink>
          )}
          {!nothingYet && (
            <ButtonLink to="/write" icon={PenLine}>
              Write
            </ButtonLink>
          )}
          <ImportButton />
        </>
      }
    >
      <FaultNotice error={takes.error ?? modules.error} />
      <SalvageOffer />
      {nothingYet && <FirstTime />}
      <AskedOfYou />
      <InProgress />
      <ModulesInProgress />
      <Thanks />
    </Page>
  );
}
