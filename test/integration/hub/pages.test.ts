import { describe, expect, it } from 'vitest';
import { approved, published } from './colleagues.ts';
import { connectStudio, manifest } from './studio.ts';
import { joins, setUp, startHub, switchOff, Visitor } from './support.ts';

const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;

const read = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};

describe('the start page', () => {
  it('sends a stranger to the sign-in and back', async () => {
    const hub = await startHub();
    await setUp(hub);
    const answer = await new Visitor(hub).get('/asks');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Fasks');
  });

  it('teaches where nobody has shown anything, and shows the author before the title once someone has', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, 'Lea', []);
    expect(await read(learner, '/')).toContain('Nobody has shown anything yet');
    await published(admin, manifest({ title: 'Change the blade' }));
    const start = await read(learner, '/');
    expect(start.lastIndexOf('Bo')).toBeLessThan(start.indexOf('Change the blade'));
    expect(start).toContain('1 minute');
  });

  it('shows two dozen modules at a time, and the way to those before, without a script', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, 'Lea', []);
    const { author, reviewer } = await published(admin, manifest({ title: 'The oldest' }));
    for (let number = 1; number <= 24; number += 1) {
      const made = manifest({ title: `Number ${number}` });
      await author.studio.api.reviews.handIn(made);
      await reviewer.post(`/review/${made.moduleId}/approve`, { revision: made.revision });
      await reviewer.post(`/publish/${made.moduleId}`, { revision: made.revision });
    }
    const first = await read(learner, '/');
    expect(first.match(/class="module-card"/g)).toHaveLength(24);
    expect(first).not.toContain('The oldest');
    expect(first).toContain('href="/?page=2"');
    const second = await read(learner, '/?page=2');
    expect(second.match(/class="module-card"/g)).toHaveLength(1);
    expect(second).toContain('The oldest');
    expect(second).not.toContain('Show more');
    expect((await learner.get('/?page=3')).headers.get('Location')).toBe('/');
    expect(await read(learner, '/?page=nonsense')).toContain('Number 24');
  });

  it('tells a reviewer what waits for her, and an author nothing of it', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const author = await joins(admin, 'Bo', ['author']);
    const reviewer = await joins(admin, 'Rea', ['reviewer']);
    await (await connectStudio(author)).api.reviews.handIn(manifest());
    expect(await read(reviewer, '/')).toContain('Waiting for you: 1 module to look at');
    const authors = await read(author, '/');
    expect(authors).not.toContain('Waiting for you');
    expect(authors).not.toContain('href="/review"');
    expect((await author.get('/review')).status).toBe(403);
  });
});

describe('a module that is published', () => {
  it('can be asked about and thanked for by a colleague, who can take the thank back', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, 'Lea', []);
    const { path, author } = await published(admin, manifest());
    await learner.post(`${path}/asks`, { text: 'Which plug?' });
    await learner.post(`${path}/thanks`, {});
    await learner.post(`${path}/thanks`, { note: 'Saved my day' });
    expect(await read(learner, path)).toContain('You thanked Bo');
    const { asks, thanks, reach } = await author.studio.api.insights.mine();
    expect(asks).toMatchObject([{ text: 'Which plug?', from: { name: 'Lea' }, answer: null }]);
    expect(thanks).toMatchObject([{ note: 'Saved my day', from: { name: 'Lea' } }]);
    expect(reach).toMatchObject([{ thanks: 1, asks: 1 }]);

    await author.studio.api.insights.answer({ askId: asks[0]?.id ?? '', text: 'The grey one' });
    expect(await read(learner, '/asks')).toContain('The grey one');
    await learner.post(`${path}/thanks/withdraw`, {});
    expect((await author.studio.api.insights.mine()).thanks).toEqual([]);
  });

  it('stands under the name of the account that handed it in, whatever the profile that came along says; a reviewer is told', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const sent = manifest();
    const { path, review, reviewer } = await published(admin, { ...sent, author: { ...sent.author, name: 'The Boss', role: 'Mechanic' } });
    for (const where of [path, '/']) {
      const shown = await read(reviewer, where);
      expect(shown).toContain('Bo');
      expect(shown).not.toContain('The Boss');
    }
    expect(await read(reviewer, path)).toContain('Mechanic');
    const judged = await read(reviewer, review);
    expect(judged).toContain('Bo handed this in. The profile in the studio says “The Boss”');
    expect(judged).toContain('<span class="byline-name">Bo</span>');
  });

  it('cannot be thanked or asked by its own author', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const { path, author } = await published(admin, manifest());
    expect((await author.visitor.post(`${path}/thanks`, {})).status).toBe(422);
    expect((await author.visitor.post(`${path}/asks`, { text: 'Me?' })).status).toBe(422);
    expect(await read(author.visitor, path)).toContain('This is your module');
  });

  it('says that its author is gone, and sends her no question that nobody would read', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, 'Lea', []);
    const { path } = await published(admin, manifest());
    const [person = ''] = /\/people\/[^/"]+/.exec(await read(learner, path)) ?? [];
    await switchOff(admin, 'Bo');
    for (const page of [path, person]) {
      expect(await read(learner, page)).toContain('Bo is not here any more and gets no questions.');
      expect(await read(learner, page)).not.toContain('name="text"');
      expect((await learner.post(`${page}/asks`, { text: 'Which plug?' })).status).toBe(422);
    }
    expect(await read(learner, '/asks')).not.toContain('Which plug?');
    expect(await read(learner, path)).toContain('Thank Bo');
  });

  it('shows words as words, whatever stands in them', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, hostile, [], 'lea@example.com');
    const { path, author } = await published(admin, manifest({ title: hostile, text: hostile }));
    await learner.post(`${path}/asks`, { text: hostile });
    const asked = await read(author.visitor, '/asks');
    const pages = [await read(learner, '/'), await read(learner, path), await read(learner, '/asks'), asked];
    for (const page of pages) {
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
    expect(asked).toContain('&lt;script&gt;');
  });

  it('is not found before it is published', async () => {
    const hub = await startHub();
    const admin = await setUp(hub);
    const learner = await joins(admin, 'Lea', []);
    const { path } = await approved(admin, manifest());
    expect((await learner.get(path)).status).toBe(404);
    expect((await learner.post(`${path}/asks`, { text: 'Now?' })).status).toBe(404);
  });
});
