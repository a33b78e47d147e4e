import { z } from 'zod';
import { DismissReason, type EditList, PrivateKind } from '../edit/list.ts';
import { Instant, MediaHash, Seconds } from '../ids.ts';
import type { Finding } from './finding.ts';
import { dismissalOf, type Standing } from './standing.ts';

const count = z.int().nonnegative();

/** What became of the findings of one kind. Never what they say. */
export const KindCount = z.object({
  kind: PrivateKind,
  blurred: count,
  covered: count,
  dismissed: z.array(z.object({ reason: DismissReason, count: z.int().positive() })).max(DismissReason.options.length),
});
export type KindCount = z.infer<typeof KindCount>;

/** What a privacy search of a video looked at and what was decided; travels with the module that shows the video. */
export const SweepRecord = z.object({
  media: MediaHash,
  searchedAt: Instant,
  /** Who read the pictures: name and version. */
  reader: z.string().max(60),
  language: z.string().max(20),
  /** How many seconds of recorded picture were searched. */
  seconds: Seconds,
  kinds: z.array(KindCount).max(PrivateKind.options.length),
});
export type SweepRecord = z.infer<typeof SweepRecord>;

/** Pure: what was decided on findings that all are decided. */
export function countKinds(
  edit: Pick<EditList, 'covers' | 'dismissals'>,
  decided: readonly { finding: Finding; standing: Standing }[],
): KindCount[] {
  return PrivateKind.options.flatMap((kind) => {
    const ofKind = decided.filter(({ finding }) => finding.kind === kind);
    if (ofKind.length === 0) return [];
    const hidden = ofKind.filter(({ standing }) => standing === 'covered').map(({ finding }) => finding);
    const blurred = hidden.filter((finding) => howHidden(edit, finding) === 'blur').length;
    const reasons = ofKind.flatMap(({ finding, standing }) => (standing === 'dismissed' ? (dismissalOf(edit, finding)?.reason ?? []) : []));
    const dismissed = DismissReason.options.flatMap((reason) => {
      const times = reasons.filter((each) => each === reason).length;
      return times > 0 ? [{ reason, count: times }] : [];
    });
    return [{ kind, blurred, covered: hidden.length - blurred, dismissed }];
  });
}

/** Whether covers or blurs hide a finding; what is hidden by both is covered. */
function howHidden({ covers }: Pick<EditList, 'covers'>, { source, from, to }: Finding): 'blur' | 'cover' {
  const near = covers.filter((cover) => cover.source === source && cover.from < to && cover.to > from);
  return near.some(({ how }) => how === 'cover') && !near.some(({ how }) => how === 'blur') ? 'cover' : 'blur';
}
