import { expect, test } from 'vitest';
import { greeting } from '../../../../src/renderer/features/home/greeting.ts';

test('the greeting fits the hour and calls the author by her first name', () => {
  expect(greeting(9, 'Ana Ruiz')).toBe('Good morning, Ana. What will you show today?');
  expect(greeting(15, '')).toBe('Good afternoon. What will you show today?');
  expect(greeting(23, ' Ana ')).toMatch(/^Good evening, Ana\./);
  expect(greeting(2, '')).toMatch(/^Good evening\./);
});
