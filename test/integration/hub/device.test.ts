import { describe, expect, test } from 'vitest';
import { askForCode, askForToken, connectStudio, postJson, refusal, studioWith } from './studio.ts';
import { joins, setUp, startHub, Visitor } from './support.ts';

describe('connecting a studio', () => {
  test('goes over a code that a person approves at the hub', async () => {
    const hub = await startHub();
    const bo = await joins(await setUp(hub), 'Bo', ['author']);
    const codes = await askForCode(hub);
    expect(codes.address).toBe(`${hub.url}/device?user_code=${codes.user}`);
    expect((await askForToken(hub, codes.device)).body.error).toBe('authorization_pending');

    const shown = await bo.get(codes.address);
    expect(await shown.text()).toContain(codes.user);
    expect((await bo.post('/device', { user_code: codes.user.toLowerCase(), answer: 'approve' })).status).toBe(200);
    await new Promise((done) => setTimeout(done, 2100));
    const { body } = await askForToken(hub, codes.device);
    const studio = studioWith(hub.url, String(body.access_token));
    expect(await studio.api.me()).toMatchObject({ name: 'Bo', email: 'bo@example.com', roles: ['learner', 'author'] });
    expect((await askForToken(hub, codes.device)).status).toBe(400);
  });

  test('sends someone who is not signed in to the sign-in and back', async () => {
    const hub = await startHub();
    const { user } = await askForCode(hub);
    const answer = await new Visitor(hub).get(`/device?user_code=${user}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(`/device?user_code=${user}`)}`);
  });

  test('is over when the person says no', async () => {
    const hub = await startHub();
    const bo = await joins(await setUp(hub), 'Bo', ['author']);
    const codes = await askForCode(hub);
    await bo.post('/device', { user_code: codes.user, answer: 'deny' });
    expect((await askForToken(hub, codes.device)).body.error).toBe('access_denied');
  });

  test('says plainly that a code is not valid, and refuses one that another person answered', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const bo = await joins(admin, 'Bo', ['author']);
    const wrong = await bo.post('/device', { user_code: 'ABCDEFGH', answer: 'approve' });
    expect(wrong.status).toBe(404);
    expect(await wrong.text()).toContain('This code is not valid');
    const codes = await askForCode(hub);
    await admin.post('/device', { user_code: codes.user, answer: 'deny' });
    expect((await bo.post('/device', { user_code: codes.user, answer: 'approve' })).status).toBe(404);
  });

  test('is for studios only', async () => {
    const hub = await startHub();
    expect((await postJson(`${hub.url}/auth/device/code`, { client_id: 'someone-else' })).status).toBe(400);
  });

  test('leaves no other door of the accounts open', async () => {
    const hub = await startHub();
    for (const path of [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/device/approve',
      '/auth/update-user',
      '/auth/change-password',
    ]) {
      expect((await postJson(`${hub.url}${path}`, { email: 'eve@example.com', password: 'long enough it is', name: 'Eve' })).status).toBe(
        404,
      );
    }
  });
});

describe('calls', () => {
  test('say hello to everyone, and nothing else', async () => {
    const hub = await startHub();
    const stranger = studioWith(hub.url, '');
    expect(await stranger.api.hello()).toEqual({ product: 'showhow-hub', version: '0.0.0', name: 'Workshop' });
    expect(await refusal(stranger.api.me())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(stranger.api.reviews.mine())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(studioWith(hub.url, 'not-a-token').api.me())).toBe('SIGN_IN_EXPIRED');
  });

  test('end with the account', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const studio = await connectStudio(await joins(admin, 'Bo', ['author']));
    const [, id] = /people\/([^/"]+)\/deactivate/.exec(await (await admin.get('/people')).text()) ?? [];
    await admin.post(`/people/${id}/deactivate`, {});
    expect(await refusal(studio.api.me())).toBe('SIGN_IN_EXPIRED');
  });
});
