import { useRouteError } from 'react-router';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/card.tsx';
import { FaultNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';

export function Lost() {
  return (
    <Page title="Nothing here">
      <Empty title="This page does not exist" action={<ButtonLink to="/">Go to the start</ButtonLink>}>
        The address may be old, or what it showed was removed. Everything you made is on the start page.
      </Empty>
    </Page>
  );
}

/** The last net under a page that fell: says so, keeps the way back. */
export function PageFault() {
  const error = useRouteError();
  return (
    <Page title="This page stopped">
      <FaultNotice error={error} action={<a href="/">Go to the start</a>} />
    </Page>
  );
}
