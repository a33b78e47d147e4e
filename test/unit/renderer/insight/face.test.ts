import { expect, test } from 'vitest';
import { facePath } from '../../../../src/renderer/features/insight/face.ts';

test('a face at the hub is shown from the studio’s own address, and nothing else is', () => {
  const hash = 'a'.repeat(64);
  expect(facePath(`https://hub.example/media/${hash}`)).toBe(`/faces/${hash}`);
  expect(facePath('https://hub.example/media/../../secrets.json')).toBeNull();
  expect(facePath(`https://evil.example/${hash}?x=1`)).toBeNull();
  expect(facePath(null)).toBeNull();
});
