import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './templates.module.css';

interface TemplateCardProps {
  name: string;
  about: string;
  minutes?: number;
  stages: readonly string[];
  icon?: LucideIcon;
  busy: boolean;
  menu?: ReactNode;
  onTake(): void;
}

/** A way to begin: what it is for, how long it will take a learner, and its parts as they stand on the page. */
export function TemplateCard({ name, about, minutes, stages, icon: Icon, busy, menu, onTake }: TemplateCardProps) {
  return (
    <li className={css.card}>
      <div className={css.preview}>
        {Icon ? (
          <Icon size={28} aria-hidden="true" />
        ) : (
          <ol>
            {stages.map((stage, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and its name
              <li key={index} className={css.stage}>
                {stage}
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className={css.words}>
        <h3>
          <button type="button" className={css.take} onClick={onTake} disabled={busy}>
            {name}
          </button>
        </h3>
        <p>{about}</p>
        {minutes !== undefined && (
          <p className={css.minutes}>{minutes === 1 ? '1 minute for a learner' : `${minutes} minutes for a learner`}</p>
        )}
      </div>
      {menu && <div className={css.menu}>{menu}</div>}
    </li>
  );
}
