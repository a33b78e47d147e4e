import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';

/** What stands in every room of a module at the address of one that is not there. */
export function MissingModule() {
  return (
    <Page title="No such module" narrow>
      <Empty title="This module is not here" action={<ButtonLink to="/">Go to the start</ButtonLink>}>
        The address may be old, or the module was removed. What is in progress stands on the start page.
      </Empty>
    </Page>
  );
}
