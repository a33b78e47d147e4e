import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type RedoneStep, redoneStep, type StepStands, whereStepStands } from './redo.ts';

export interface Redone {
  /** The step that is recorded again; null for a take of its own. */
  step: RedoneStep | null;
  /** Why it cannot be recorded again, as far as is known; null where nothing speaks against it. */
  missing: Exclude<StepStands, 'there'> | null;
  /** Why it could not be asked. */
  error: unknown;
  /** Asks once more, right before something is recorded: false where there is no such step, or nobody answers. */
  isThere(): Promise<boolean>;
}

/** The step which the address wants to have recorded again. It is asked for at once, and never while something is being recorded. */
export function useRedone(): Redone {
  const [search] = useSearchParams();
  const asked = useMemo(() => redoneStep(search), [search]);
  const step = asked === 'unreadable' ? null : asked;
  const { data, error, refetch } = useQuery({
    queryKey: ['step-stands', step],
    queryFn: () => (step ? whereStepStands(step) : 'there'),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const stands = asked === 'unreadable' ? 'gone' : data;
  return {
    step,
    missing: stands === 'gone' || stands === 'unseen' ? stands : null,
    error,
    isThere: async () => {
      if (step === null) return true;
      const answer = await refetch();
      return answer.isSuccess && answer.data === 'there';
    },
  };
}
