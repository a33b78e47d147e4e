import { type ReactNode, useEffect } from 'react';
import css from './page.module.css';

/** The frame of an ordinary page: one title, beside it what one does here. The window's title follows. */
export function Page({
  title,
  actions,
  children,
  narrow = false,
  wide = false,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
  /** For many things beside each other. */
  wide?: boolean;
}) {
  useEffect(() => {
    document.title = `${title} · Showhow`;
  }, [title]);
  return (
    <div className={[css.page, narrow && css.narrow, wide && css.wide].filter(Boolean).join(' ')}>
      <header className={css.header}>
        <h1>{title}</h1>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
