import { learnerMinutes } from '../../minutes.ts';
import type { Rule } from './rule.ts';

/** Minutes after which most people have left a lesson between two pieces of work. */
const most = 10;

export const length: Rule = ({ content }) => {
  const minutes = learnerMinutes(content.body);
  if (minutes <= most) return [];
  const message = `A learner needs about ${minutes} minutes; after ${most} most have left.`;
  const why = 'A lesson of a few minutes is taken between two pieces of work. What is left over makes a second one.';
  return [{ rule: 'length', severity: 'warning', block: null, where: 'body', message, why }];
};
