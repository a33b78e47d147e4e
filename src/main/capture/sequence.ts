import { Fault } from '../../shared/contract/faults.ts';

/**
 * Whether the piece with this number is the next one, or the last one sent again because its answer got lost.
 * Anything else would leave a hole in the track: SEGMENT_OUT_OF_ORDER with the number that is expected.
 */
export function judgeSequence(expected: number, sequence: number): 'append' | 'repeat' {
  if (sequence === expected) return 'append';
  if (expected > 0 && sequence === expected - 1) return 'repeat';
  throw new Fault('SEGMENT_OUT_OF_ORDER', { expected });
}
