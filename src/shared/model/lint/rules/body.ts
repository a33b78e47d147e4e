import { tellsSomething } from '../../blocks/index.ts';
import type { Rule } from './rule.ts';

export const body: Rule = ({ blocks }) => {
  if (blocks.some(tellsSomething)) return [];
  const message = 'There is nothing to read or to watch.';
  return [{ rule: 'body', severity: 'error', block: null, where: 'body', message, why: 'A title and headings alone show nobody how.' }];
};
