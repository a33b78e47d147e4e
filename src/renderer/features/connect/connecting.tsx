import type { Connecting as State } from '../../../shared/contract/publishing.ts';
import { Button, OutLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './connect.module.css';

/** The code to compare, the page on which to say yes, and that one waits for it. */
export function Connecting({ code, address, onStop }: Pick<State, 'code' | 'address'> & { onStop(): void }) {
  return (
    <div className={css.connecting}>
      <p>Open the hub, sign in there, and say yes to this code:</p>
      <output className={css.code} aria-label="Code">
        {code}
      </output>
      <div className={css.row}>
        <OutLink href={address}>Open the hub</OutLink>
        <Button variant="plain" onClick={onStop}>
          Cancel
        </Button>
      </div>
      <Notice>This page goes on by itself as soon as you have said yes.</Notice>
    </div>
  );
}
