import { type ComponentProps, useRef } from 'react';
import { useKeptFocus } from './use-kept-focus.ts';

/** A list whose rows change and go under the keyboard: the focus stays in it. */
export function KeptList(props: Omit<ComponentProps<'ul'>, 'ref'>) {
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  return <ul {...props} ref={list} />;
}
