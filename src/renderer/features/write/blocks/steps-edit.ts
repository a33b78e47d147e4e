import { v4 } from 'uuid';
import type { Step } from '../../../../shared/model/blocks/steps.ts';

export const emptyStep = (): Step => ({ id: v4(), heading: '', text: '' });

/** A step that shows something else, or nothing: then the key is gone, as before anything was chosen. */
export function showing({ shows: _, ...step }: Step, shows: Step['shows']): Step {
  return shows ? { ...step, shows } : step;
}
