import type { ReactNode } from 'react';
import css from './card.module.css';

export function Card({ children, as: Tag = 'section' }: { children: ReactNode; as?: 'section' | 'article' | 'li' | 'div' }) {
  return <Tag className={css.card}>{children}</Tag>;
}

/** An empty place that teaches what belongs there and how it comes to be. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
