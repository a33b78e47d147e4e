import { shownStretch } from '../../blocks/video.ts';
import { capital, inWords } from '../words.ts';
import type { Rule } from './rule.ts';

/** Chapters of what is shown of a video that say only which they are. A single one is no list, and nobody reads its name. */
export const chapterNames: Rule = ({ blocks, videos }) =>
  blocks.flatMap((block) => {
    if (block.type !== 'video') return [];
    const facts = videos.get(block.attrs.media);
    const { from, to } = shownStretch(block.attrs);
    const seen = facts?.chapters.filter((chapter) => chapter.to > from && chapter.from < to) ?? [];
    const count = seen.filter(({ numbered }) => numbered).length;
    if (seen.length < 2 || count === 0) return [];
    return {
      rule: 'chapter-names',
      severity: 'warning' as const,
      block: block.attrs.id,
      ...(facts?.edit && { href: `/cut/${facts.edit}?panel=cuts` }),
      message:
        count === 1
          ? 'One chapter of a video says only which one it is.'
          : `${capital(inWords(count))} chapters of a video say only which ones they are.`,
      why: 'Colleagues see these names beside their times and choose by them. Say what is done in each.',
    };
  });
