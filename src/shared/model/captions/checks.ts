import type { Cue } from './captions.ts';
import { limits } from './lines.ts';

/** What makes a cue hard to read. `gap`: so short a rest before the next cue that it flickers. */
export const FindingKind = ['empty', 'fast', 'short', 'long', 'wide', 'tall', 'overlap', 'gap'] as const;
export type FindingKind = (typeof FindingKind)[number];

export interface Finding {
  cue: string;
  kind: FindingKind;
  /** Characters a second, seconds, characters or lines, as the kind has it. */
  value: number;
}

/** Figures this close to a limit are rounding. */
const hair = 0.005;

/** Characters that are read, line feeds as one. */
const length = (text: string): number => [...text.trim()].length;

export const readingSpeed = ({ text, from, to }: Cue): number => length(text) / (to - from);

function findingsOf(cue: Cue, next: Cue | undefined): Finding[] {
  const lines = cue.text.split('\n');
  const widest = Math.max(...lines.map(length));
  const duration = cue.to - cue.from;
  const rest = next ? next.from - cue.to : Number.POSITIVE_INFINITY;
  const checks: [FindingKind, boolean, number][] = [
    ['empty', cue.text.trim() === '', 0],
    ['fast', readingSpeed(cue) > limits.charactersPerSecond + hair, readingSpeed(cue)],
    ['short', duration < limits.shortest - hair, duration],
    ['long', duration > limits.longest + hair, duration],
    ['wide', widest > limits.line, widest],
    ['tall', lines.length > limits.lines, lines.length],
    ['overlap', rest < -hair, -rest],
    ['gap', rest > hair && rest < limits.gap - hair, rest],
  ];
  return checks.flatMap(([kind, found, value]) => (found ? [{ cue: cue.id, kind, value }] : []));
}

/** All that makes captions hard to read, in their order. Cues stand in the order in which they begin. */
export const findings = (cues: readonly Cue[]): Finding[] => cues.flatMap((cue, index) => findingsOf(cue, cues[index + 1]));
