import type { Review } from '../../../shared/model/review/review.ts';
import css from './publish.module.css';

/** Why a reviewer returned it, in her words, for as long as it is back with its author; else null. */
export const reasonsOf = ({ state, reasons }: Review): string | null => (state === 'changes-requested' ? reasons : null);

export function Reasons({ review }: { review: Review }) {
  const reasons = reasonsOf(review);
  return reasons && <blockquote className={css.reasons}>{reasons}</blockquote>;
}
