import { expect, test } from 'vitest';
import { titleOf } from '../../../../src/main/insights/answering.ts';

test('a short question is the title as it is, a long one ends at a word', () => {
  expect(titleOf('  Which drawer?\nThe old one. ')).toBe('Which drawer?');
  const long = titleOf('How do I close the till when '.repeat(8));
  expect(long.length).toBeLessThanOrEqual(120);
  expect(long).toMatch(/(How|do|I|close|the|till|when)…$/);
  expect(titleOf('ä'.repeat(500))).toHaveLength(120);
});
