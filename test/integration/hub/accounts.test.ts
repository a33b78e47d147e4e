import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectStudio } from './studio.ts';
import { account, invitationFor, joins, letInvitationsExpire, letPasswordLinksExpire, setUp, startHub, Visitor } from './support.ts';

describe('the first account', () => {
  test('is made with the code that the start printed, and may do everything', async () => {
    const hub = await startHub();
    expect(hub.setupCode).toMatch(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/);
    const admin = await setUp(hub);
    expect((await admin.get('/people')).status).toBe(200);
  });

  test('is refused for a wrong code, and the page keeps what was typed', async () => {
    const hub = await startHub();
    const stranger = new Visitor(hub);
    const answer = await stranger.post('/setup', { ...account, code: 'AAAA-AAAA-AAAA' });
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain('This is not the setup code');
    expect(text).toContain(account.email);
    expect(text).not.toContain(account.password);
  });

  test('is where an empty hub leads to', async () => {
    const stranger = new Visitor(await startHub());
    expect((await stranger.get('/')).headers.get('Location')).toBe('/sign-in?next=%2F');
    expect((await stranger.get('/sign-in?next=%2F')).headers.get('Location')).toBe('/setup');
  });

  test('closes the set-up for good', async () => {
    const hub = await startHub();
    await setUp(hub);
    const second = new Visitor(hub);
    expect((await second.get('/setup')).status).toBe(410);
    expect((await second.post('/setup', { code: hub.setupCode ?? '', ...account, email: 'eve@example.com' })).status).toBe(410);
    await hub.close();
    const again = await startHub({ again: hub.folder });
    expect(again.setupCode).toBeNull();
  });
});

describe('signing in', () => {
  test('works with the right password and leads to where one wanted to go', async () => {
    const hub = await startHub();
    await setUp(hub);
    const visitor = new Visitor(hub);
    const asked = await visitor.get('/people');
    expect(asked.status).toBe(303);
    expect(asked.headers.get('Location')).toBe('/sign-in?next=%2Fpeople');
    const answer = await visitor.post('/sign-in', { email: 'ADA@example.com ', password: account.password, next: '/people' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/people');
    const cookie = answer.headers.getSetCookie().join('\n');
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await visitor.get('/people')).status).toBe(200);
  });

  test('never leads to another site', async () => {
    const hub = await startHub();
    await setUp(hub);
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
      const answer = await new Visitor(hub).post('/sign-in', { email: account.email, password: account.password, next });
      expect(answer.headers.get('Location')).toBe('/');
    }
  });

  test('says plainly that e-mail or password is not right, and rests after many tries', async () => {
    const hub = await startHub();
    await setUp(hub);
    const visitor = new Visitor(hub);
    for (let i = 0; i < 10; i += 1) {
      const answer = await visitor.post('/sign-in', { email: account.email, password: 'not this one' });
      expect(answer.status).toBe(401);
      if (i === 0) expect(await answer.text()).toContain('E-mail or password is not right');
    }
    expect((await visitor.post('/sign-in', { email: account.email, password: account.password })).status).toBe(429);
  });

  test('ends with signing out', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const kept = new Map(admin.cookies);
    expect((await admin.post('/sign-out', {})).status).toBe(303);
    for (const [name, value] of kept) admin.cookies.set(name, value);
    expect((await admin.get('/people')).status).toBe(303);
  });

  test('is refused to someone whose account was switched off, at once and everywhere', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const bo = await joins(admin, 'Bo', ['author']);
    const [, id] = /people\/([^/"]+)\/deactivate/.exec(await (await admin.get('/people')).text()) ?? [];
    expect((await bo.get('/device')).status).toBe(200);
    await admin.post(`/people/${id}/deactivate`, {});
    expect((await bo.get('/device')).status).toBe(303);
    const answer = await bo.post('/sign-in', { email: 'bo@example.com', password: account.password });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('switched off');
    await admin.post(`/people/${id}/activate`, {});
    expect((await bo.post('/sign-in', { email: 'bo@example.com', password: account.password })).status).toBe(303);
  });
});

describe('invitations', () => {
  test('make one account each, with the roles the admin chose', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const link = await invitationFor(admin, ['author']);
    const bo = new Visitor(hub);
    expect((await bo.get(link)).status).toBe(200);
    expect((await bo.post(link, { name: 'Bo', email: 'bo@example.com', password: account.password })).status).toBe(303);
    expect((await bo.get('/people')).status).toBe(403);
    const second = await new Visitor(hub).post(link, { name: 'Cy', email: 'cy@example.com', password: account.password });
    expect(second.status).toBe(410);
    expect(await second.text()).toContain('used already');
  });

  test('stay good after a password that is too short or an e-mail that is taken', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const link = await invitationFor(admin, []);
    const bo = new Visitor(hub);
    expect((await bo.post(link, { name: 'Bo', email: 'bo@example.com', password: 'short' })).status).toBe(422);
    expect((await bo.post(link, { name: 'Bo', email: account.email, password: account.password })).status).toBe(409);
    expect((await bo.post(link, { name: 'Bo', email: 'bo@example.com', password: account.password })).status).toBe(303);
  });

  test('that were withdrawn or whose time is over make none, and say so', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const withdrawn = await invitationFor(admin, []);
    const [, id] = /invitations\/([^/"]+)\/withdraw/.exec(await (await admin.get('/people')).text()) ?? [];
    await admin.post(`/invitations/${id}/withdraw`, {});
    const late = await invitationFor(admin, ['admin']);
    await letInvitationsExpire(hub);
    for (const link of [withdrawn, late, '/invitation/no-such-token']) {
      const answer = await new Visitor(hub).post(link, { name: 'Bo', email: 'bo@example.com', password: account.password });
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('its time is over');
    }
  });

  test('are only for admins to make', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const bo = await joins(admin, 'Bo', ['author', 'reviewer', 'publisher']);
    expect((await bo.get('/people')).status).toBe(403);
    expect((await bo.post('/people', { email: '', roles: ['admin'] })).status).toBe(403);
  });

  test('show a name full of markup as the text it is', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const link = await invitationFor(admin, []);
    await new Visitor(hub).post(link, { name: '<img src=x onerror=alert(1)>', email: 'x@example.com', password: account.password });
    const text = await (await admin.get('/people')).text();
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img src=x');
  });
});

describe('a forgotten password', () => {
  /** A link for a new password of the only other person, as the admin's page shows it. */
  const linkFor = async (admin: Visitor): Promise<string> => {
    const [path] = /\/people\/[^/"]+\/deactivate/.exec(await (await admin.get('/people')).text()) ?? [''];
    const text = await (await admin.post(path.replace('deactivate', 'password'), {})).text();
    const [link] = /http[^"]+\/new-password\/[^"]+/.exec(text) ?? [];
    if (!link) throw new Error('The page shows no link');
    return link;
  };
  const another = 'a much better one';

  test('is set anew by a link of the admin, which ends every sign-in there was', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const bo = await joins(admin, 'Bo', ['author']);
    const studio = await connectStudio(bo);
    const link = await linkFor(admin);
    const elsewhere = new Visitor(hub);
    expect(await (await elsewhere.get(link)).text()).toContain('bo@example.com');
    expect((await elsewhere.post(link, { password: 'short' })).status).toBe(422);
    expect((await elsewhere.post(link, { password: another })).headers.get('Location')).toBe('/');
    expect((await elsewhere.get('/asks')).status).toBe(200);
    expect((await bo.get('/asks')).status).toBe(303);
    await expect(studio.api.me()).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect((await bo.post('/sign-in', { email: 'bo@example.com', password: account.password })).status).toBe(401);
    expect((await bo.post('/sign-in', { email: 'bo@example.com', password: another })).status).toBe(303);
  });

  test('has links that work once, and no longer when a newer one was made', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    await joins(admin, 'Bo', []);
    const [older, newer] = [await linkFor(admin), await linkFor(admin)];
    expect((await new Visitor(hub).post(newer, { password: another })).status).toBe(303);
    for (const link of [older, newer, '/new-password/no-such-token']) {
      const answer = await new Visitor(hub).post(link, { password: 'yet another one' });
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('its time is over');
    }
  });

  test('has links that only an admin makes, and whose token stands nowhere in the database', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const bo = await joins(admin, 'Bo', ['author', 'reviewer', 'publisher']);
    const [path] = /\/people\/[^/"]+\/deactivate/.exec(await (await admin.get('/people')).text()) ?? [''];
    expect((await bo.post(path.replace('deactivate', 'password'), {})).status).toBe(403);
    const token = (await linkFor(admin)).split('/').at(-1) ?? '';
    const files = (await readdir(hub.folder)).filter((name) => name.startsWith('hub.db'));
    const database = Buffer.concat(await Promise.all(files.map((name) => readFile(join(hub.folder, name)))));
    expect(database.includes(token)).toBe(false);
  });

  test('has links that a day makes void', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    await joins(admin, 'Bo', []);
    const link = await linkFor(admin);
    await letPasswordLinksExpire(hub);
    expect((await new Visitor(hub).get(link)).status).toBe(410);
    expect((await new Visitor(hub).post(link, { password: another })).status).toBe(410);
  });
});

describe('other sites', () => {
  test('cannot post a form for someone who is signed in', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    for (const origin of ['https://evil.example', 'null', null]) {
      admin.origin = origin;
      const answer = await admin.post('/people', { email: '', roles: ['admin'] });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('sent from another site');
    }
  });

  test('cannot frame a page or run a script in it', async () => {
    const hub = await startHub();
    const { headers } = await new Visitor(hub).get('/setup');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
  });
});
