import { expect, test } from 'vitest';
import { typedHub } from '../../../src/shared/model/hub-address.ts';

test.each([
  ['localhost:3000', 'http://localhost:3000'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['[::1]:4300/setup', 'http://[::1]:4300/setup'],
  ['LocalHost', 'http://LocalHost'],
  ['intranet', 'https://intranet'],
  ['learning:8443', 'https://learning:8443'],
  ['learn.company.com/modules/1', 'https://learn.company.com/modules/1'],
  ['localhost.company.com', 'https://localhost.company.com'],
  ['127.0.0.1.company.com', 'https://127.0.0.1.company.com'],
  ['192.168.1.4:4300', 'https://192.168.1.4:4300'],
])('%s without a scheme means %s', (typed, url) => {
  expect(typedHub(typed)).toEqual({ url, assumed: true });
});

test('what was typed with a scheme stays as it is', () => {
  expect(typedHub(' http://learn.company.com ')).toEqual({ url: 'http://learn.company.com', assumed: false });
  expect(typedHub('HTTPS://localhost:3000')).toEqual({ url: 'HTTPS://localhost:3000', assumed: false });
});

test.each(['', '  ', 'ftp://learn.company.com', 'javascript:alert(1)', 'two words', 'https://'])('“%s” is no address of a hub', (typed) => {
  expect(typedHub(typed)).toBeNull();
});
