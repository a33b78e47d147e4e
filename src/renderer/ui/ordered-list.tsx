import type { ComponentProps } from 'react';

/** A list in an order that is told by its rows. Safari takes a list without numbers for none unless it is called one. */
export function OrderedList(props: ComponentProps<'ol'>) {
  // biome-ignore lint/a11y/noRedundantRoles: said once more for Safari.
  return <ol role="list" {...props} />;
}
