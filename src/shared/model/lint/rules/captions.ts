import type { Rule } from './rule.ts';

export const captions: Rule = ({ blocks, videos }) =>
  blocks.flatMap((block) => {
    if (block.type !== 'video' || block.attrs.captions) return [];
    const facts = videos.get(block.attrs.media);
    if (facts?.speech === 'none') return [];
    const heard = facts?.speech === 'heard';
    return {
      rule: 'captions',
      severity: 'warning' as const,
      block: block.attrs.id,
      ...(facts?.edit && { href: `/cut/${facts.edit}?panel=captions` }),
      message: heard
        ? 'A video in which someone speaks has no captions.'
        : 'A video has no captions. If someone speaks in it, it needs them.',
      why: 'Many watch without sound, some cannot hear it, and the search finds what was said only in captions.',
    };
  });
