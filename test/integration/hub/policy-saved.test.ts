import { expect, it } from 'vitest';
import { joins, setUp, startHub } from './support.ts';

const said = async (answer: Promise<Response>): Promise<string | undefined> =>
  /<p role="status"[^>]*>([^<]*)/.exec(await (await answer).text())?.[1];

it('says once that a policy, or what a reviewer speaks for, is saved, and nothing where it was refused', async () => {
  const admin = await setUp(await startHub());
  await joins(admin, 'Rea', ['reviewer']);
  const policy = { days: '3', anyone: '0', kind: 'L&D', count: '1', list: '', items: '' };
  expect(await said(admin.get('/policy'))).toBeUndefined();
  await admin.post('/policy', { ...policy, kind: '' });
  expect(await said(admin.get('/policy'))).toBeUndefined();
  await admin.post('/policy', policy);
  expect(await said(admin.get('/policy'))).toBe('The policy is saved.');
  const page = await (await admin.get('/policy')).text();
  expect(page).not.toContain('is saved.');
  const rea = /\/policy\/people\/([^"]+)"/.exec(page.slice(page.indexOf('<h3>Rea')))?.[1];
  await admin.post(`/policy/people/${rea}`, { kinds: 'L&D' });
  expect(await said(admin.get('/policy'))).toBe('What Rea speaks for is saved.');
  expect(await said(admin.get('/policy'))).toBeUndefined();
});
