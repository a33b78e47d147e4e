import { ImportAnswer, type Imported, type ReviewArrived, type Waiting } from '../../../shared/contract/exchange.ts';
import { createSending, type Sent } from '../../api/sending.ts';

/** Where a document is on its way to becoming a module, or a file for a review on its way to where it belongs. */
type Step =
  | { is: 'sending'; sent: number }
  | { is: 'reading' }
  | { is: 'asking'; question: Waiting; busy: boolean; error: unknown }
  | { is: 'there'; report: Imported }
  | { is: 'reviewed'; review: ReviewArrived['review'] }
  | { is: 'refused'; error: unknown };

export type Arrival = Sent<Step>;

export const isOver = ({ step }: Arrival): boolean => step.is === 'there' || step.is === 'reviewed' || step.is === 'refused';

const refused = (error: unknown): Step => ({ is: 'refused', error });

/** Documents that become modules. One list for the whole program: a document goes on arriving while the author is on another page. */
export const arrivals = createSending<Step>({
  address: '/imports/documents',
  sending: (sent) => ({ is: 'sending', sent }),
  waiting: () => ({ is: 'reading' }),
  answered(answer) {
    const read = ImportAnswer.safeParse(answer);
    if (!read.success) return refused(read.error);
    if ('review' in read.data) return { is: 'reviewed', review: read.data.review };
    return 'waiting' in read.data ? { is: 'asking', question: read.data, busy: false, error: null } : { is: 'there', report: read.data };
  },
  refused,
});
