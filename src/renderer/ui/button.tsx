import { ExternalLink, type LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import css from './button.module.css';

/** primary: the one next step of a page · quiet: everything else · plain: text only · danger: takes something away. */
export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger';

interface Look {
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: ReactNode;
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Waiting for an answer: it stays in place, says so to screen readers and cannot be pressed again. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const classes = (variant: ButtonVariant, more?: string) => [css.button, css[variant], more].filter(Boolean).join(' ');

export function Button({
  variant = 'quiet',
  icon: Icon,
  busy = false,
  disabled,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  // A button that is switched off while it waits lets the keyboard fall to the page; this one is deaf instead, to its form as well.
  const press: typeof onClick = (event) => {
    if (!busy) return onClick?.(event);
    event.preventDefault();
    event.stopPropagation();
  };
  const waiting = busy ? { 'aria-busy': true, 'aria-disabled': true } : {};
  return (
    <button {...rest} {...waiting} type={type} className={classes(variant, className)} disabled={disabled} onClick={press}>
      {Icon && <Icon size={18} aria-hidden="true" />}
      {children}
    </button>
  );
}

export function ButtonLink({ to, variant = 'quiet', icon: Icon, children }: Look & { to: string }) {
  return (
    <Link to={to} className={classes(variant)}>
      {Icon && <Icon size={18} aria-hidden="true" />}
      {children}
    </Link>
  );
}

/** The next step where it lies on a page outside of the studio: it opens in a tab of its own. */
export function OutLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={classes('primary')} href={href} target="_blank" rel="noopener noreferrer">
      <ExternalLink size={18} aria-hidden="true" />
      {children}
    </a>
  );
}

/** A file to be saved, as a button. */
export function DownloadLink({
  href,
  fileName,
  variant = 'quiet',
  icon: Icon,
  children,
  onClick,
}: Look & { href: string; fileName?: string; onClick?: () => void }) {
  return (
    <a className={classes(variant)} href={href} download={fileName ?? true} onClick={onClick}>
      {Icon && <Icon size={18} aria-hidden="true" />}
      {children}
    </a>
  );
}

/** An icon whose word is a label for screen readers and a title on hover: only for toolbars. */
export function IconButton({
  label,
  icon: Icon,
  className,
  ...rest
}: Omit<ButtonProps, 'children' | 'icon' | 'variant'> & { label: string; icon: LucideIcon }) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={[css.icon, className].filter(Boolean).join(' ')}>
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
