import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/client.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProfileForm } from './form.tsx';

/** The author as colleagues will see her, beside the card that goes with every module. */
export function Component() {
  const { data, error } = useQuery({ ...orpc.profile.get.queryOptions(), gcTime: 0, refetchOnWindowFocus: false });
  return (
    <Page title="Your profile">
      <FaultNotice error={error} />
      {data && <ProfileForm loaded={data} />}
    </Page>
  );
}
