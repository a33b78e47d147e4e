import { type Block, textsOfBlock } from '../../blocks/index.ts';
import { questionsOf } from '../../quiz/questions.ts';
import type { Finding } from '../finding.ts';
import { wordsOf } from '../language.ts';
import { choicesIn } from '../questions.ts';
import type { Rule } from './rule.ts';

/** Shorter words than this are in every text. */
const shortest = 4;
const heavy = (text: string): string[] => wordsOf(text.toLowerCase()).filter((word) => word.length >= shortest || /\p{N}/u.test(word));

/** What asks does not tell. */
const asks = (block: Block): boolean => questionsOf(block).length > 0;

/** Without captions nobody knows what a video says, and nothing is claimed. */
export const answerInVideo: Rule = ({ blocks, videos }) => {
  const spoken = new Set([...videos.values()].flatMap((video) => heavy(video.spoken)));
  if (spoken.size === 0) return [];
  const written = new Set(blocks.flatMap((block) => (asks(block) ? [] : textsOfBlock(block).flatMap(heavy))));
  return choicesIn(blocks).flatMap(({ block, quiz: { options } }): Finding[] => {
    const right = [...new Set(options.filter(({ correct }) => correct).flatMap(({ text }) => heavy(text)))];
    const isSaid = right.length > 0 && right.every((word) => spoken.has(word));
    const isWritten = right.filter((word) => written.has(word)).length >= right.length / 2;
    if (!isSaid || isWritten) return [];
    const message = 'The answer to a question is only in the video.';
    const why = 'Who looks something up later reads, and does not watch again. One sentence beneath the video is enough.';
    return [{ rule: 'answer-in-video', severity: 'warning', block, message, why }];
  });
};
