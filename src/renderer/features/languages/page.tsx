import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { isMissing } from '../../api/missing.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { MissingModule } from '../write/missing-module.tsx';
import { openedModule } from '../write/module-query.ts';
import { LanguagesDesk } from './desk.tsx';

/** `/write/:moduleId/languages`: what a module says in other languages, text by text beside its source. */
export function Component() {
  const { moduleId = '' } = useParams();
  const draft = useQuery(openedModule(moduleId));
  if (draft.data) return <LanguagesDesk key={draft.data.id} draft={draft.data} />;
  if (!draft.error) return null;
  if (isMissing(draft.error)) return <MissingModule />;
  return (
    <Page title="Languages of the module">
      <FaultNotice error={draft.error} action={<Button onClick={() => void draft.refetch()}>Try again</Button>} />
    </Page>
  );
}
