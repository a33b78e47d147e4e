import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';

interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description?: string;
  wide?: boolean;
  children: ReactNode;
}

/** What can be filled in; of several to choose from the chosen one. */
const fields = 'input:not([type="hidden"], [type="file"], [type="radio"]:not(:checked), :disabled), textarea:enabled, select:enabled';

/**
 * Whoever opens a form wants to fill it in: it begins at its first field and not at the button that closes it. A field to which
 * one would have to scroll stands beneath something to read, and that comes first.
 */
function toFirstField(event: Event): void {
  const dialog = event.currentTarget;
  const field = dialog instanceof HTMLElement && dialog.querySelector<HTMLElement>(fields);
  if (!field || field.getBoundingClientRect().bottom > dialog.getBoundingClientRect().bottom) return;
  event.preventDefault();
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** A question or a closer look that has to be left before one goes on. Focus stays inside and comes back afterwards. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children }: DialogProps) {
  // Radix gives the keyboard back to a trigger of its own, and here none is.
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.overlay} />
        <Radix.Content
          className={wide ? `${css.content} ${css.wide}` : css.content}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            toFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Who closed it may have led the keyboard elsewhere.
            if (document.activeElement === document.body && opener.current instanceof HTMLElement) opener.current.focus();
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className={css.header}>
            <Radix.Title className={css.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" icon={X} />
            </Radix.Close>
          </header>
          {description && <Radix.Description className={css.description}>{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
