import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { canonicalJson } from '../../../src/shared/model/module.ts';
import { approved } from './colleagues.ts';
import { connectStudio, manifest, refusal, sha256 } from './studio.ts';
import { joins, setUp, startHub } from './support.ts';

/** A list in a list in a list, as text: what makes it must not be what falls. */
const nested = (levels: number): string =>
  `${'{"type":"bulletList","content":[{"type":"listItem","content":['.repeat(levels)}{"type":"paragraph"}${']}]}'.repeat(levels)}`;

const listOf = (levels: number): Block => ({ ...JSON.parse(nested(levels)), attrs: { id: randomUUID() } });

it('refuses what is nested thousands of levels deep by its code, wherever in the API it comes', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const module = manifest();
  const { author, reviewer } = await approved(admin, module);
  const call = async (name: string, token: string, json: string) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const answer = await fetch(`${hub.url}/api/${name}`, { method: 'POST', headers, body: `{"json":${json}}` });
    const { json: said } = (await answer.json()) as { json: { code: string } };
    return [answer.status, said.code];
  };
  const put = (key: string, deep: string) => JSON.stringify({ ...module, [key]: 0 }).replace(`"${key}":0`, `"${key}":${deep}`);
  const tooDeep = [422, 'DOCUMENT_TOO_DEEP'];
  for (const levels of [400, 5000, 40_000]) {
    const body = JSON.stringify({ ...module.content, body: { type: 'doc', content: [0] } }).replace('[0]', `[${nested(levels)}]`);
    expect(await call('reviews/handIn', author.studio.token, put('content', body)), `${levels} levels`).toEqual(tooDeep);
    expect(await call('reviews/handIn', author.studio.token, put('sweeps', `[${nested(levels)}]`))).toEqual(tooDeep);
    expect(await call('publications/publish', author.studio.token, put('cuts', nested(levels)))).toEqual(tooDeep);
    const { token } = await connectStudio(reviewer);
    expect(await call('reviews/merge', token, put('comments', `[${nested(levels)}]`))).toEqual(tooDeep);
  }
  expect((await author.studio.api.reviews.get({ moduleId: module.moduleId })).state).toBe('approved');
});

it('takes what is nested as deep as a studio lets in, and shows it and what changed in it', async () => {
  const admin = await setUp(await startHub());
  const reviewer = await joins(admin, 'Rea', ['reviewer']);
  const studio = await connectStudio(await joins(admin, 'Bo', ['author']));
  const first = manifest({ blocks: [listOf(140)] });
  await studio.api.reviews.handIn(first);
  const review = `/review/${first.moduleId}`;
  expect((await reviewer.get(review)).status).toBe(200);
  await reviewer.post(`${review}/return`, { revision: first.revision, reasons: 'Fewer levels.' });
  const content = { ...first.content, body: { ...first.content.body, content: [...first.content.body.content, listOf(139)] } };
  await studio.api.reviews.handIn({ ...first, content, revision: sha256(canonicalJson(content)) });
  expect((await reviewer.get(`${review}?all=1`)).status).toBe(200);
  expect((await reviewer.get(review)).status).toBe(200);
  expect(await refusal(studio.api.reviews.handIn(manifest({ blocks: [listOf(200)] })))).toBe('DOCUMENT_TOO_DEEP');
});
