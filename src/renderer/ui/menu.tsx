import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import css from './menu.module.css';

interface MenuItem {
  label: string;
  icon?: LucideIcon;
  danger?: boolean;
  onSelect(): void;
}

/** What else can be done with a thing, behind one button. */
export function Menu({ trigger, items, align = 'end' }: { trigger: ReactNode; items: MenuItem[]; align?: 'start' | 'end' }) {
  // Done when the button has the keyboard again: a dialog that is opened gives it back to what had it.
  const chosen = useRef<(() => void) | null>(null);
  const act = () => {
    const { current } = chosen;
    chosen.current = null;
    if (current) setTimeout(current);
  };
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.menu} align={align} sideOffset={4} collisionPadding={8} onCloseAutoFocus={act}>
          {items.map(({ label, icon: Icon, danger, onSelect }) => (
            <Radix.Item
              key={label}
              className={danger ? `${css.item} ${css.danger}` : css.item}
              onSelect={() => {
                chosen.current = onSelect;
              }}
            >
              {Icon && <Icon size={18} aria-hidden="true" />}
              {label}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
