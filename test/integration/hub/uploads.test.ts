import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runningReviews } from './reviewing.ts';
import { announce, askOffset, connectStudio, manifest, picture, refusal, send, sha256, upload } from './studio.ts';
import { joins, setUp, startHub, Visitor } from './support.ts';

async function hubWithAuthor() {
  const hub = await startHub();
  const admin = await setUp(hub);
  const author = await connectStudio(await joins(admin, 'Bo', ['author']));
  return { hub, admin, author };
}

describe('an upload', () => {
  test('that breaks off, with the hub started anew, goes on where it stopped', async () => {
    const { hub, author } = await hubWithAuthor();
    const bytes = picture('x'.repeat(3_000_000));
    const hash = sha256(bytes);
    const created = await announce(author, bytes.length, { hash, filetype: 'image/png' });
    const address = new URL(created.headers.get('Location') ?? '');

    // A line that dies in the middle of the body.
    const half = 1_500_000;
    const socket = connect(Number(address.port), address.hostname);
    socket.on('error', () => undefined);
    socket.write(
      [
        `PATCH ${address.pathname} HTTP/1.1`,
        `Host: ${address.host}`,
        `Authorization: Bearer ${author.token}`,
        'Tus-Resumable: 1.0.0',
        'Upload-Offset: 0',
        'Content-Type: application/offset+octet-stream',
        `Content-Length: ${bytes.length}`,
        '\r\n',
      ].join('\r\n'),
    );
    await new Promise<void>((sent) => socket.write(bytes.subarray(0, half), () => sent()));
    await expect
      .poll(async () => Number((await askOffset(author, address.href)).headers.get('Upload-Offset')), { timeout: 20_000 })
      .toBeGreaterThan(0);
    socket.destroy();
    await hub.close();

    await startHub({ again: hub.folder, port: Number(address.port) });
    const offset = Number((await askOffset(author, address.href)).headers.get('Upload-Offset'));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(half);
    expect((await send(author, address.href, offset, bytes.subarray(offset))).status).toBe(204);
    expect(await author.api.media.lacking({ hashes: [hash] })).toEqual([]);
    expect(await readdir(join(hub.folder, 'uploads'))).toEqual([]);
  });

  test('that is not what was announced is thrown away', async () => {
    const { hub, author } = await hubWithAuthor();
    const bytes = picture('one');
    const promised = sha256(picture('another'));
    const created = await announce(author, bytes.length, { hash: promised, filetype: 'image/png' });
    const answer = await send(author, created.headers.get('Location') ?? '', 0, bytes);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ code: 'MEDIA_MISMATCH', data: { hash: promised } });
    expect(await author.api.media.lacking({ hashes: [promised, sha256(bytes)] })).toHaveLength(2);
    expect(await readdir(join(hub.folder, 'uploads'))).toEqual([]);
  });

  test('of a page that is named a picture is thrown away', async () => {
    const { hub, author } = await hubWithAuthor();
    const bytes = Buffer.from('<!doctype html><script>alert(1)</script>');
    const hash = sha256(bytes);
    const created = await announce(author, bytes.length, { hash, filetype: 'image/png' });
    expect((await send(author, created.headers.get('Location') ?? '', 0, bytes)).status).toBe(422);
    expect(existsSync(join(hub.folder, 'media', hash.slice(0, 2), hash))).toBe(false);
  });

  test('is refused before it begins where type, name or size cannot be', async () => {
    const { author } = await hubWithAuthor();
    const hash = sha256('x');
    expect((await announce(author, 10, { hash, filetype: 'text/html' })).status).toBe(422);
    expect((await announce(author, 10, { hash: '../../hub.db', filetype: 'image/png' })).status).toBe(422);
    expect((await announce(author, 26_000_000, { hash, filetype: 'image/png' })).status).toBe(413);
    expect((await announce(author, 0, { hash, filetype: 'image/png' })).status).toBe(422);
  });

  test('is for authors, and each sees only her own', async () => {
    const { hub, admin, author } = await hubWithAuthor();
    const created = await announce(author, 10, { hash: sha256('x'), filetype: 'image/png' });
    const address = created.headers.get('Location') ?? '';
    const other = await connectStudio(await joins(admin, 'Di', ['author']));
    expect((await askOffset(other, address)).status).toBe(404);
    expect((await send(other, address, 0, Buffer.from('x'))).status).toBe(404);
    const learner = await connectStudio(await joins(admin, 'Li', []));
    expect((await announce(learner, 10, { hash: sha256('x'), filetype: 'image/png' })).status).toBe(403);
    expect(
      (await fetch(`${hub.url}/uploads`, { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1' } })).status,
    ).toBe(401);
    for (const name of ['..%2Fhub.db', '..%2f..%2fetc%2fpasswd', '%00', 'no-such']) {
      expect((await askOffset(author, `${hub.url}/uploads/${name}`)).status).toBe(404);
    }
  });

  test('whose last byte came just before the hub ended is whole when its sender asks', async () => {
    const { hub, author } = await hubWithAuthor();
    const bytes = picture('late');
    const hash = sha256(bytes);
    const created = await announce(author, bytes.length, { hash, filetype: 'image/png' });
    const address = new URL(created.headers.get('Location') ?? '');
    await hub.close();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(hub.folder, address.pathname), bytes);
    await startHub({ again: hub.folder, port: Number(address.port) });
    const asked = await askOffset(author, address.href);
    expect(asked.status).toBe(200);
    expect(asked.headers.get('Upload-Offset')).toBe(String(bytes.length));
    expect(await author.api.media.lacking({ hashes: [hash] })).toEqual([]);
  });
});

describe('media', () => {
  test('that is here is told to nobody who hands nothing in', async () => {
    const { admin, author } = await hubWithAuthor();
    const learner = await connectStudio(await joins(admin, 'Lea', []));
    const hash = await upload(author, picture('draft'));
    expect(await refusal(learner.api.media.lacking({ hashes: [hash] }))).toBe('ROLE_MISSING');
    expect(await author.api.media.lacking({ hashes: [hash] })).toEqual([]);
  });

  test('in review are for the author and reviewers, published for everyone who is signed in', async () => {
    const { hub, admin, author } = await hubWithAuthor();
    const reviews = runningReviews(hub);
    const [bo, cy, li] = [new Visitor(hub), await joins(admin, 'Cy', ['reviewer']), await joins(admin, 'Li', ['author'])];
    await bo.post('/sign-in', { email: 'bo@example.com', password: 'correct horse battery' });
    const bytes = picture('plug');
    const hash = await upload(author, bytes);
    const seen = async (visitor: Visitor) => (await visitor.get(`/media/${hash}`)).status;
    expect([await seen(bo), await seen(cy), await seen(li)]).toEqual([404, 404, 404]);

    const sent = manifest({ image: hash });
    await author.api.reviews.handIn(sent);
    expect([await seen(bo), await seen(cy), await seen(li)]).toEqual([200, 200, 404]);

    await reviews.approve('cy@example.com', sent);
    await author.api.publications.publish({ moduleId: sent.moduleId, revision: sent.revision });
    expect([await seen(bo), await seen(cy), await seen(li)]).toEqual([200, 200, 200]);
    expect((await fetch(`${hub.url}/media/${hash}`)).status).toBe(401);

    await author.api.publications.retire({ moduleId: sent.moduleId });
    expect([await seen(bo), await seen(cy), await seen(li)]).toEqual([200, 404, 404]);
  });

  test('come with their type, in ranges, and are kept by no one in between', async () => {
    const { admin, author } = await hubWithAuthor();
    const bytes = picture('plug');
    const hash = await upload(author, bytes);
    await author.api.reviews.handIn(manifest({ image: hash }));
    const cy = await joins(admin, 'Cy', ['reviewer']);
    const part = await cy.request(`/media/${hash}`, { headers: { Range: 'bytes=1-3' } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('PNG');
    expect(part.headers.get('Content-Range')).toBe(`bytes 1-3/${bytes.length}`);
    expect(part.headers.get('Content-Type')).toBe('image/png');
    expect(part.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(part.headers.get('Cache-Control')).toContain('private');
    expect((await cy.request(`/media/${hash}`, { headers: { Range: 'bytes=99999-' } })).status).toBe(416);
    expect((await cy.get('/media/..%2f..%2fhub.db')).status).toBe(404);
  });
});
