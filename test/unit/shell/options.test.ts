import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { profileFolder, readOptions } from '../../../electron/native/options.ts';

test('the workspace is the one that was named, else the one at home', () => {
  expect(readOptions(['--workspace', '/w'], '/home/ida').workspace).toBe(resolve('/w'));
  expect(readOptions(['--workspace=/w'], '/home/ida').workspace).toBe(resolve('/w'));
  expect(readOptions(['.'], '/home/ida').workspace).toBe(resolve('/home/ida/Showhow'));
});

test('switches of Chromium are left alone', () => {
  expect(readOptions(['--remote-debugging-port=0', '--json', '--no-sandbox'], '/home/ida')).toEqual({
    workspace: resolve('/home/ida/Showhow'),
    json: true,
  });
});

test('each workspace has a profile of its own, so two of them can be open at once', () => {
  expect(profileFolder('/data', '/a')).not.toBe(profileFolder('/data', '/b'));
  expect(profileFolder('/data', '/a')).toBe(profileFolder('/data', '/a'));
});
