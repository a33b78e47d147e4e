import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { ImportAs, Waiting } from '../../../shared/contract/exchange.ts';
import { client } from '../../api/client.ts';
import { arrivals } from './arrivals.ts';

/** All documents on their way. What they become is looked up anew as soon as one is there. */
export function useArrivals() {
  const queries = useQueryClient();
  const all = useSyncExternalStore(arrivals.subscribe, arrivals.all);
  const there = all.filter(({ step }) => step.is === 'there' || step.is === 'reviewed').length;
  useEffect(() => {
    if (there > 0) void queries.invalidateQueries();
  }, [there, queries]);
  return all;
}

/** Answers what is to become of a file whose module is here already. */
export async function answer(id: string, question: Waiting, as: ImportAs): Promise<void> {
  arrivals.change(id, { is: 'asking', question, busy: true, error: null });
  try {
    arrivals.change(id, { is: 'there', report: await client.exchange.settle({ waiting: question.waiting, as }) });
  } catch (error) {
    arrivals.change(id, { is: 'asking', question, busy: false, error });
  }
}

/** Leaves such a file. Where even that fails, the next start of the studio throws it away. */
export function leave(id: string, { waiting }: Waiting): void {
  arrivals.dismiss(id);
  client.exchange.leave({ waiting }).catch(() => undefined);
}
