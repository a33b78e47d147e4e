import { z } from 'zod';
import { identified } from './inline.ts';
import { innerProse, prose } from './prose.ts';

export const CalloutTone = z.enum(['tip', 'warning', 'example']);
export type CalloutTone = z.infer<typeof CalloutTone>;

/** Prose that stands out: a tip, a warning or an example. */
export const Callout = z.object({ type: z.literal('callout'), attrs: identified.extend({ tone: CalloutTone }), content: innerProse });

export const calloutKind = prose<z.infer<typeof Callout>>('tip, warning or example');
