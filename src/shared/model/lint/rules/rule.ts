import type { LintContext } from '../context.ts';
import type { Finding } from '../finding.ts';

/** A rule looks and says what it found; it changes nothing and asks nobody. */
export type Rule = (context: LintContext) => Finding[];
