import { type ReactNode, useEffect } from 'react';
import css from './page.module.css';

/** The frame of an ordinary page: one title, beside it what one does here. The window's title follows. */
export function Page({
  title,
  actions,
  children,
  narrow = false,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  useEffect(() => {
    document.title = `${title} · Showhow`;
  }, [title]);
  return (
    <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>
      <header className={css.header}>
        <h1>{title}</h1>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
