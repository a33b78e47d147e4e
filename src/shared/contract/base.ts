import { oc } from '@orpc/contract';
import { faults } from './faults.ts';

/** Every procedure of the studio and of the hub may fail in the same typed ways. */
export const procedure = oc.errors(faults);
