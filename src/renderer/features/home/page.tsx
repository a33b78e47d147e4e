import { useQuery } from '@tanstack/react-query';
import { Circle, PenLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { orpc } from '../../api/client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AskedOfYou } from '../insight/asked-of-you.tsx';
import { Thanks } from '../insight/thanks.tsx';
import { useInsights } from '../insight/use-insights.ts';
import { ImportButton, InProgress } from '../library/index.ts';
import { SalvageOffer } from '../record/salvage-offer.tsx';
import { Reminders } from '../review/reminders.tsx';
import { ModulesInProgress } from '../write/modules-in-progress.tsx';
import { FirstTime } from './first-time.tsx';
import { greeting } from './greeting.ts';

/** How long the page waits for what came back from the hub, in milliseconds. A hub that is away must not hold it up. */
const patience = 400;

/** True once it is known what colleagues asked, or has taken too long. */
function useSettled(): boolean {
  const { isPending } = useInsights();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return late || !isPending;
}

/** What waits for the author, what she is at, who thanked her; for a newcomer how it goes. */
export function Component() {
  const takes = useQuery(orpc.takes.list.queryOptions());
  const modules = useQuery(orpc.library.facets.queryOptions());
  const profile = useQuery(orpc.profile.get.queryOptions());
  const edits = useQuery(orpc.edits.list.queryOptions());
  const settled = useSettled();
  const waiting = [takes, modules, profile, edits].some(({ isPending }) => isPending) || !settled;
  // What stands here depends on all of it: shown piece by piece it would jump about.
  if (waiting) return <div aria-busy="true" />;
  const nothingYet = takes.data?.length === 0 && modules.data?.shelves.all === 0 && modules.data.shelves.archived === 0;
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
      <Reminders />
      <AskedOfYou />
      <InProgress />
      <ModulesInProgress />
      <Thanks />
    </Page>
  );
}
