import { describe, expect, test } from 'vitest';
import { isOurs, isWebAddress } from '../../../electron/native/origin.ts';

describe('whose address it is', () => {
  test.each(['showhow://app', 'showhow://app/', 'showhow://app/cut/1?x#y'])('%s is the studio', (address) => {
    expect(isOurs(address)).toBe(true);
  });
  test.each(['showhow://other/', 'https://app/', 'showhow://app.example/', 'file:///app', 'app', ''])('%s is not', (address) => {
    expect(isOurs(address)).toBe(false);
  });
  test('nothing at all is not', () => expect(isOurs(undefined)).toBe(false));
});

describe('what may be handed to the system’s browser', () => {
  test.each(['https://hub.example/m/1', 'http://127.0.0.1:4871/'])('%s may', (address) => expect(isWebAddress(address)).toBe(true));
  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'ms-settings:', 'https://user:secret@hub.example/', 'hub'])(
    '%s may not',
    (address) => expect(isWebAddress(address)).toBe(false),
  );
});
