import { tellsSomething } from '../../blocks/index.ts';
import { askedIn } from '../questions.ts';
import type { Rule } from './rule.ts';

export const objectiveCheck: Rule = ({ content, blocks }) => {
  if (content.objective.trim() === '' || !blocks.some(tellsSomething) || askedIn(blocks).length > 0) return [];
  const message = 'No question checks the objective.';
  const why = 'A question shows colleagues whether they can do it now, and you whether the lesson works.';
  return [{ rule: 'objective-check', severity: 'warning', block: null, where: 'body', message, why }];
};
