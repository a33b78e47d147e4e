import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/shared/contract/hub.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { runningReviews } from './reviewing.ts';
import { connectStudio, manifest, picture, refusal, type Studio, sha256, upload } from './studio.ts';
import { joins, setUp, startHub, type TestHub, type Visitor } from './support.ts';

interface Cast {
  hub: TestHub;
  admin: Visitor;
  author: Studio;
  reviewer: Studio;
}

async function cast(): Promise<Cast> {
  const hub = await startHub();
  const admin = await setUp(hub);
  const author = await connectStudio(await joins(admin, 'Bo', ['author', 'reviewer']));
  const reviewer = await connectStudio(await joins(admin, 'Cy', ['reviewer']));
  return { hub, admin, author, reviewer };
}

const studioFor = async (admin: Visitor, name: string, roles: Role[]) => connectStudio(await joins(admin, name, roles));

describe('handing in', () => {
  test('puts the module into the queue of reviewers, never of its author', async () => {
    const { author, reviewer } = await cast();
    const sent = manifest();
    const review = await author.api.reviews.handIn(sent);
    expect(review).toMatchObject({ state: 'in-review', round: 1, revision: sent.revision, approvedRevision: null, page: null });
    expect(await reviewer.api.reviews.queue()).toMatchObject([
      { moduleId: sent.moduleId, title: 'Change the blade', author: 'Bo', round: 1 },
    ]);
    expect(await author.api.reviews.queue()).toEqual([]);
    expect(await author.api.reviews.mine()).toEqual([review]);
    expect(await author.api.reviews.handIn(sent)).toEqual(review);
  });

  test('is refused where the content is not what its hash says', async () => {
    const { author } = await cast();
    expect(await refusal(author.api.reviews.handIn({ ...manifest(), revision: sha256('another') }))).toBe('REVISION_MISMATCH');
    const sent = manifest();
    const changed = { ...sent, content: { ...sent.content, title: 'Change the blade!' } };
    expect(await refusal(author.api.reviews.handIn(changed))).toBe('REVISION_MISMATCH');
    expect(await author.api.reviews.mine()).toEqual([]);
  });

  test('is refused while a file is missing, and names it', async () => {
    const { author } = await cast();
    const bytes = picture('plug');
    const hash = sha256(bytes);
    const sent = manifest({ image: hash });
    expect(await author.api.media.lacking({ hashes: [hash] })).toEqual([hash]);
    await expect(author.api.reviews.handIn(sent)).rejects.toMatchObject({ code: 'MEDIA_LACKING', data: { hashes: [hash] } });
    await upload(author, bytes);
    expect(await author.api.media.lacking({ hashes: [hash] })).toEqual([]);
    expect((await author.api.reviews.handIn(sent)).state).toBe('in-review');
  });

  test('is refused for a clip as the still of a step or on a card, and takes a picture there', async () => {
    const { author } = await cast();
    const clip = await upload(author, Buffer.from('\0\0\0\x20ftypisom and nothing more'), 'video/mp4');
    const still = await upload(author, picture('still'));
    const id = '018f2f10-0000-7000-8000-0000000000';
    const step = (media: string): Block => {
      const shows = { as: 'moment' as const, video: `${id}11`, at: 1, still: { media, width: 1, height: 1 } };
      return { type: 'steps', attrs: { id: `${id}12`, steps: [{ id: `${id}13`, heading: 'Pull', text: '', shows }] } };
    };
    const card = (media: string): Block => {
      const back = { text: '', picture: { media, alt: 'The plug', decorative: false, width: 1, height: 1 } };
      return { type: 'flipCards', attrs: { id: `${id}14`, cards: [{ id: `${id}15`, front: { text: 'Plug' }, back }] } };
    };
    for (const blocks of [[step(clip)], [card(clip)]])
      expect(await refusal(author.api.reviews.handIn(manifest({ blocks })))).toBe('MEDIA_TYPE_REFUSED');
    expect((await author.api.reviews.handIn(manifest({ blocks: [step(still), card(still)] }))).state).toBe('in-review');
  });

  test('is refused for a clip that stands where a picture belongs', async () => {
    const { author } = await cast();
    const clip = await upload(author, Buffer.from('\0\0\0\x20ftypisom and nothing more'), 'video/mp4');
    expect(await refusal(author.api.reviews.handIn(manifest({ image: clip })))).toBe('MEDIA_TYPE_REFUSED');
  });

  test('is refused for an unfinished module and for one whose parts are of another kind', async () => {
    const { author } = await cast();
    expect(await refusal(author.api.reviews.handIn(manifest({ title: '' })))).toBe('MODULE_UNFINISHED');
    const sent = manifest();
    const hostile = {
      ...sent,
      content: { ...sent.content, body: { type: 'doc', content: [{ type: 'html', attrs: { id: sent.moduleId } }] } },
    };
    expect(await refusal(author.api.reviews.handIn(hostile as never))).toBe('INPUT_INVALID');
  });

  test('is refused for a module that someone else began', async () => {
    const { admin, author } = await cast();
    const other = await studioFor(admin, 'Di', ['author']);
    const sent = manifest();
    await author.api.reviews.handIn(sent);
    expect(await refusal(other.api.reviews.handIn(manifest({ moduleId: sent.moduleId, title: 'Mine now' })))).toBe('NOT_ALLOWED');
    expect(await refusal(other.api.reviews.get({ moduleId: sent.moduleId }))).toBe('NOT_FOUND');
  });
});

describe('roles', () => {
  test('decide who may hand in, see the queue, read a draft and publish for others', async () => {
    const { hub, admin, author } = await cast();
    const sent = manifest();
    await author.api.reviews.handIn(sent);
    const reviews = runningReviews(hub);
    await reviews.approve('cy@example.com', sent);

    const may: Record<Role, { handIn: boolean; queue: boolean; get: boolean; publish: boolean }> = {
      learner: { handIn: false, queue: false, get: false, publish: false },
      author: { handIn: true, queue: false, get: false, publish: false },
      reviewer: { handIn: false, queue: true, get: true, publish: false },
      publisher: { handIn: false, queue: false, get: true, publish: true },
      admin: { handIn: false, queue: false, get: false, publish: false },
    };
    for (const [role, expected] of Object.entries(may) as [Role, (typeof may)[Role]][]) {
      const studio = await studioFor(admin, `The-${role}`, [role]);
      const done = async (call: Promise<unknown>) => call.then(() => true).catch(() => false);
      const found = {
        handIn: await done(studio.api.reviews.handIn(manifest())),
        queue: await done(studio.api.reviews.queue()),
        get: await done(studio.api.reviews.get({ moduleId: sent.moduleId })),
        publish: await done(studio.api.publications.publish({ moduleId: sent.moduleId, revision: sent.revision })),
      };
      expect({ role, ...found }).toEqual({ role, ...expected });
    }
  });
});

describe('vetting', () => {
  test('walks from comment and return to approval, and binds it to the revision', async () => {
    const { hub, author } = await cast();
    const reviews = runningReviews(hub);
    const first = manifest();
    await author.api.reviews.handIn(first);
    await reviews.comment('cy@example.com', first, '<b>Which</b> plug?');
    const returned = await reviews.returnWithReasons('cy@example.com', first, 'Say which plug.');
    expect(returned).toMatchObject({ state: 'changes-requested', reasons: 'Say which plug.' });

    const [comment] = (await author.api.reviews.get({ moduleId: first.moduleId })).comments;
    expect(comment).toMatchObject({ author: 'Cy', text: '<b>Which</b> plug?', round: 1, turns: [] });
    const resolved = await author.api.reviews.resolve({ moduleId: first.moduleId, commentId: comment?.id ?? '' });
    expect(resolved.comments[0]?.turns).toMatchObject([{ state: 'resolved', by: 'Bo' }]);

    const second = manifest({ moduleId: first.moduleId, text: 'First the red plug.' });
    expect(await author.api.reviews.handIn(second)).toMatchObject({ state: 'in-review', round: 2, reasons: null });
    await expect(reviews.approve('cy@example.com', first)).rejects.toThrow('CONFLICT');
    expect(await reviews.approve('cy@example.com', second)).toMatchObject({ state: 'approved', approvedRevision: second.revision });

    const third = manifest({ moduleId: first.moduleId, text: 'First the red plug!' });
    expect(await author.api.reviews.handIn(third)).toMatchObject({ state: 'in-review', approvedRevision: null, round: 3 });
  });

  test('keeps a comment in the round of the version on which it was said', async () => {
    const { hub, author } = await cast();
    const reviews = runningReviews(hub);
    const first = manifest();
    await author.api.reviews.handIn(first);
    await reviews.returnWithReasons('cy@example.com', first, 'Say which plug.');
    const second = manifest({ moduleId: first.moduleId, text: 'First the red plug.' });
    await author.api.reviews.handIn(second);
    const answered = await reviews.comment('cy@example.com', first, 'And the lever?');
    expect(answered).toMatchObject({ round: 2, revision: second.revision });
    expect(answered.comments).toMatchObject([{ round: 1, revision: first.revision }]);
  });

  test('leads a comment on a moment to where it is after a new cut, by what the studio says the videos were cut from', async () => {
    const { hub, author } = await cast();
    const reviews = runningReviews(hub);
    const clip = (name: string) => upload(author, Buffer.from(`\0\0\0\x20ftypisom ${name}`), 'video/mp4');
    const [old, newer] = [await clip('one'), await clip('another')];
    const id = '018f2f10-0000-7000-8000-000000000021';
    const shows = (media: string, duration: number): Block[] => [
      { type: 'video', attrs: { id, media, poster: null, title: 'In one go', duration, width: 16, height: 9 } },
    ];
    const span = (from: number, to: number) => ({ source: 'take', from, to });
    const first = { ...manifest({ blocks: shows(old, 60) }), cuts: [{ media: old, opening: 0, clips: [span(0, 60)] }] };
    await author.api.reviews.handIn(first);
    const said = await reviews.comment('cy@example.com', first, 'Too fast', {
      kind: 'moment',
      blockId: id,
      media: old,
      duration: 60,
      from: 41,
    });
    expect(said.comments).toMatchObject([{ anchor: { kind: 'moment', take: { source: 'take', from: 41 } } }]);
    const cuts = [{ media: newer, opening: 0, clips: [span(10, 30), span(40, 60)] }];
    const second = { ...manifest({ moduleId: first.moduleId, blocks: shows(newer, 40) }), cuts };
    await author.api.reviews.handIn(second);
    expect(await reviews.places(second)).toEqual([{ now: 'same', blockId: id, stretch: { from: 21 } }]);
  });

  test('is never of own work, and only for reviewers', async () => {
    const { hub, admin, author } = await cast();
    const reviews = runningReviews(hub);
    const sent = manifest();
    await author.api.reviews.handIn(sent);
    await expect(reviews.approve('bo@example.com', sent)).rejects.toThrow('OWN_WORK');
    await expect(reviews.returnWithReasons('bo@example.com', sent, 'no')).rejects.toThrow('OWN_WORK');
    await studioFor(admin, 'Di', ['author', 'publisher', 'admin']);
    await expect(reviews.approve('di@example.com', sent)).rejects.toThrow('ROLE_MISSING');
    await expect(reviews.comment('di@example.com', sent, 'Nice')).rejects.toThrow('ROLE_MISSING');
  });

  test('of two reviewers at once counts one', async () => {
    const { hub, admin, author } = await cast();
    const reviews = runningReviews(hub);
    await studioFor(admin, 'Di', ['reviewer']);
    const sent = manifest();
    await author.api.reviews.handIn(sent);
    const outcomes = await Promise.allSettled([
      reviews.approve('cy@example.com', sent),
      reviews.returnWithReasons('di@example.com', sent, 'Not yet.'),
    ]);
    const after = await author.api.reviews.get({ moduleId: sent.moduleId });
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(after.approvedRevision === null).toBe(after.state === 'changes-requested');
  });
});

describe('publishing', () => {
  test('shows only what was approved, to the letter', async () => {
    const { hub, author } = await cast();
    const reviews = runningReviews(hub);
    const sent = manifest();
    const { moduleId, revision } = sent;
    await author.api.reviews.handIn(sent);
    expect(await refusal(author.api.publications.publish({ moduleId, revision }))).toBe('NOT_APPROVED');
    await reviews.approve('cy@example.com', sent);
    expect(await refusal(author.api.publications.publish({ moduleId, revision: sha256('another') }))).toBe('NOT_APPROVED');
    const receipt = await author.api.publications.publish({ moduleId, revision });
    expect(receipt).toMatchObject({ moduleId, revision, page: `${hub.url}/modules/${moduleId}` });
    expect(await author.api.publications.publish({ moduleId, revision })).toEqual(receipt);
  });

  test('keeps the old revision up while a newer one is vetted, and takes it back when asked', async () => {
    const { hub, author } = await cast();
    const reviews = runningReviews(hub);
    const sent = manifest();
    const { moduleId, revision } = sent;
    await author.api.reviews.handIn(sent);
    await reviews.approve('cy@example.com', sent);
    await author.api.publications.publish({ moduleId, revision });
    const newer = manifest({ moduleId, text: 'First the red plug.' });
    expect(await author.api.reviews.handIn(newer)).toMatchObject({ state: 'in-review', publishedRevision: revision });
    expect(await author.api.publications.retire({ moduleId })).toMatchObject({ state: 'in-review', publishedRevision: null, page: null });
    await reviews.approve('cy@example.com', newer);
    await author.api.publications.publish({ moduleId, revision: newer.revision });
    expect(await author.api.publications.retire({ moduleId })).toMatchObject({ state: 'retired', publishedRevision: null });
    await author.api.publications.publish({ moduleId, revision: newer.revision });
    expect((await author.api.reviews.get({ moduleId })).state).toBe('published');
  });
});
