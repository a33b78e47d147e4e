import { privacyOpen } from '../../privacy/words.ts';
import type { VideoFacts } from '../context.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const why = 'What was once seen cannot be taken back from those who saw it.';

function judge(privacy: VideoFacts['privacy'], title: string): Pick<Finding, 'severity' | 'message'> | null {
  const { state, open } = privacy;
  if (state === 'clear') return null;
  if (state === 'unsearched') return { severity: 'warning', message: `“${title}” was not searched for what is private.` };
  return { severity: 'error', message: privacyOpen({ title, open, again: state === 'outdated' }) };
}

/** A video that no edit here was finished to cannot be searched, and is left to the reviewer. */
export const privacy: Rule = ({ blocks, videos }) => {
  const seen = new Set<string>();
  return blocks.flatMap((block): Finding[] => {
    const facts = block.type === 'video' ? videos.get(block.attrs.media) : undefined;
    if (block.type !== 'video' || !facts?.edit || seen.has(block.attrs.media)) return [];
    seen.add(block.attrs.media);
    const judged = judge(facts.privacy, block.attrs.title);
    const panel = facts.privacy.state === 'outdated' ? 'finish' : 'privacy';
    return judged ? [{ rule: 'privacy', ...judged, block: block.attrs.id, href: `/cut/${facts.edit}?panel=${panel}`, why }] : [];
  });
};
