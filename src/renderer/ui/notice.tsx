import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '../../shared/contract/sentences.ts';
import css from './notice.module.css';

type Tone = 'info' | 'attention' | 'fault';
const icons = { info: Info, attention: TriangleAlert, fault: CircleAlert };

/** A sentence at the place it speaks of, with what can be done about it beside it. */
export function Notice({ tone = 'info', children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} role={tone === 'fault' ? 'alert' : 'status'}>
      <Icon size={20} aria-hidden="true" />
      <div className={css.body}>
        <div className={css.words}>{children}</div>
        {action && <div className={css.actions}>{action}</div>}
      </div>
    </div>
  );
}

/** Whatever was thrown, as its sentence; nothing where nothing was. */
export function FaultNotice({ error, action }: { error: unknown; action?: ReactNode }) {
  if (error === null || error === undefined) return null;
  return (
    <Notice tone="fault" action={action}>
      {sentenceOf(error)}
    </Notice>
  );
}
