import { describe, expect, test } from 'vitest';
import { account, invitationFor, joins, letInvitationsExpire, setUp, startHub, Visitor } from './support.ts';

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
