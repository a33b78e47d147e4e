import { ImportAnswer, type Imported, type Waiting } from '../../../shared/contract/exchange.ts';
import { createSending, type Sent } from '../../api/sending.ts';

/** Where a document is on its way to becoming a module. */
type Step =
  | { is: 'sending'; sent: number }
  | { is: 'reading' }
  | { is: 'asking'; question: Waiting; busy: boolean; error: unknown }
  | { is: 'there'; report: Imported }
  | { is: 'refused'; error: unknown };

export type Arrival = Sent<Step>;

export const isOver = ({ step }: Arrival): boolean => step.is === 'there' || step.is === 'refused';

const refused = (error: unknown): Step => ({ is: 'refused', error });

/** Documents that become modules. One list for the whole program: a document goes on arriving while the author is on another page. */
export const arrivals = createSending<Step>({
  address: '/imports/documents',
  sending: (sent) => ({ is: 'sending', sent }),
  waiting: () => ({ is: 'reading' }),
  answered(answer) {
    const read = ImportAnswer.safeParse(answer);
    if (!read.success) return refused(read.error);
    return 'waiting' in read.data ? { is: 'asking', question: read.data, busy: false, error: null } : { is: 'there', report: read.data };
  },
  refused,
});
