import { useQuery } from '@tanstack/react-query';
import { Circle, PenLine } from 'lucide-react';
import { orpc } from '../../api/client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

export function Component() {
  const { error } = useQuery(orpc.system.status.queryOptions());
  return (
    <Page
      title="What will you show today?"
      actions={
        <>
          <ButtonLink to="/record" variant="primary" icon={Circle}>
            Record
          </ButtonLink>
          <ButtonLink to="/write" icon={PenLine}>
            Write
          </ButtonLink>
        </>
      }
    >
      <FaultNotice error={error} />
    </Page>
  );
}
