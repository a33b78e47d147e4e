import { describe, expect, test } from 'vitest';
import { safeNext } from '../../../src/hub/addresses.ts';

describe('where to go on to after signing in', () => {
  test.each(['/', '/modules/1', '/device?user_code=AB'])('%j is a page of this hub', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  test.each([
    undefined,
    '',
    'modules',
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
  ])('%j leads to the start page', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});
