import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

export const takeHealth: Rule = ({ blocks, videos }) =>
  blocks.flatMap((block) => {
    const facts = block.type === 'video' ? videos.get(block.attrs.media) : undefined;
    return (facts?.faults ?? []).map(
      (fault): Finding => ({
        rule: 'take-health',
        severity: 'warning',
        block: block.attrs.id,
        ...(facts?.edit && { href: `/cut/${facts.edit}?panel=health` }),
        message: fault,
        why: 'It was so in the take when it was examined. Look whether it is still in the video.',
      }),
    );
  });
