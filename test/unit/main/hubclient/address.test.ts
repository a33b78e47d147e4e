import { expect, test } from 'vitest';
import { hubAddress } from '../../../../src/main/hubclient/address.ts';

test('any page of a hub leads to the hub', () => {
  expect(hubAddress('https://learn.example.com/modules/1?x=1#y')).toBe('https://learn.example.com');
  expect(hubAddress('http://127.0.0.1:4300/setup#code=ABC')).toBe('http://127.0.0.1:4300');
});

test.each(['http://localhost:80', 'http://127.1.2.3:4300', 'http://[::1]:4300'])('http is fine on the own computer: %s', (address) => {
  expect(() => hubAddress(address)).not.toThrow();
});

test.each(['http://learn.example.com', 'http://192.168.1.4:4300', 'http://127.0.0.1.example.com', 'http://localhost.example.com'])(
  'a sign-in is not sent in the clear to %s',
  (address) => {
    expect(() => hubAddress(address)).toThrow(expect.objectContaining({ code: 'HUB_INSECURE' }));
  },
);

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'learn', ''])('%s is no address of a hub', (address) => {
  expect(() => hubAddress(address)).toThrow(expect.objectContaining({ code: 'HUB_NOT_A_HUB' }));
});
