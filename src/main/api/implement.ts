import { implement } from '@orpc/server';
import { studio } from '../../shared/contract/studio.ts';

/** Features build their handlers on this: inputs and outputs are checked where calls are dispatched. */
export const api = implement(studio);
