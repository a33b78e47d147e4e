import { expect, it } from 'vitest';
import { ofGroup } from '../../../src/hub/insights/suppress.ts';

it.each([
  [4, 4, null],
  [0, 4, null],
  [3, 12, null],
  [0, 12, 0],
  [5, 12, 5],
  [8, 12, null],
  [5, 6, null],
  [12, 12, 12],
])('%i of %i people are told as %s', (part, whole, told) => {
  expect(ofGroup(part, whole)).toBe(told);
});
