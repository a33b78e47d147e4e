import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './menu.module.css';

interface MenuItem {
  label: string;
  icon?: LucideIcon;
  danger?: boolean;
  onSelect(): void;
}

/** What else can be done with a thing, behind one button. */
export function Menu({ trigger, items }: { trigger: ReactNode; items: MenuItem[] }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.menu} align="end" sideOffset={4}>
          {items.map(({ label, icon: Icon, danger, onSelect }) => (
            <Radix.Item key={label} className={danger ? `${css.item} ${css.danger}` : css.item} onSelect={onSelect}>
              {Icon && <Icon size={18} aria-hidden="true" />}
              {label}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
