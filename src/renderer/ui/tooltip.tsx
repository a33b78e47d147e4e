import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './tooltip.module.css';

/** The word of an icon, with its key: only where the word does not stand beside it. */
export function Tooltip({ label, keys, children }: { label: string; keys?: string; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className={css.tooltip} sideOffset={6}>
            {label}
            {keys && <kbd>{keys}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
