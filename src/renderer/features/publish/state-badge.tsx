import css from './publish.module.css';
import type { StateWords } from './words.ts';

export function StateBadge({ text, tone }: StateWords) {
  return <span className={`${css.badge} ${css[tone]}`}>{text}</span>;
}
