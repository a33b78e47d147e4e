import { expect, test } from 'vitest';
import { floatOptions, isFloat } from '../../../electron/native/float.ts';

test('the page may open its small control and no other window', () => {
  expect(isFloat('about:blank', 'showhow-float')).toBe(true);
  expect(isFloat('about:blank', 'anything')).toBe(false);
  expect(isFloat('https://elsewhere.example/', 'showhow-float')).toBe(false);
  expect(isFloat('showhow://app/', 'showhow-float')).toBe(false);
});

test('the small control stays on top, and gets nothing that the page has not', () => {
  expect(floatOptions).toMatchObject({
    alwaysOnTop: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  expect(floatOptions.webPreferences).not.toHaveProperty('preload');
});
