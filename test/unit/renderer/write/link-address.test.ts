import { expect, test } from 'vitest';
import { addressOf } from '../../../../src/renderer/features/write/link-address.ts';

test.each([
  ['intranet.example/heats', 'https://intranet.example/heats'],
  ['http://intranet.example/a b.pdf', 'http://intranet.example/a b.pdf'],
  ['jo@example.com', 'mailto:jo@example.com'],
])('%s is completed', (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});

test.each(['', 'ask Jo', 'https://ask Jo/heats', 'ask jo@example.com', 'javascript:alert(1)', 'https://'])('%j is no address', (typed) => {
  expect(addressOf(typed)).toBeNull();
});
