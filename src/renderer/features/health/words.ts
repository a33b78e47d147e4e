import type { HealthReport } from '../../../shared/model/health/report.ts';

/** In one sentence how it went; the details stand below, and where something spoils the take the sentence counts all of them. */
export function healthSentence({ findings }: Pick<HealthReport, 'findings'>): string {
  if (findings.length === 0) return 'The take is well: it is heard, it is seen, and nothing is missing.';
  if (findings.every(({ weight }) => weight !== 'fault')) return 'The take is well. Something small could be better:';
  return findings.length === 1
    ? 'One thing in this take wants to be looked at:'
    : `${findings.length} things in this take want to be looked at:`;
}
