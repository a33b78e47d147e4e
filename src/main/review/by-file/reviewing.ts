import { v7 as uuid } from 'uuid';
import { Fault } from '../../../shared/contract/faults.ts';
import type { FileReview, FileReviewCard } from '../../../shared/contract/reviewing.ts';
import type { Remark } from '../../../shared/contract/speaking.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import { type Advice, openIn } from '../../../shared/model/review/by-file.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { mentionsIn } from '../../../shared/model/review/mentions.ts';
import { takesSuggestion } from '../../../shared/model/review/suggestion.ts';
import { api } from '../../api/implement.ts';
import type { HubLink, OpenHub } from '../../hubclient/link.ts';
import type { Studio } from '../../studio.ts';
import { waitsAtHub } from '../at-hub.ts';
import { allCards, type Copy, copyOf, setCopy } from './copies.ts';
import { type Addition, replied, speakersIn, turned } from './say.ts';
import { addTalk, allTalks, type Talk, talkOf } from './talk.ts';

const now = () => new Date().toISOString();

/** What in a talk was not said here. */
export function claimed({ comments, advice, own }: Talk): string[] {
  const here = new Set(own);
  return [...comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]), ...advice.map(({ id }) => id)].filter(
    (id) => !here.has(id),
  );
}

const asReview = ({ title: _title, ...copy }: Copy, talk: Talk): FileReview => ({
  ...copy,
  comments: talk.comments,
  advice: talk.advice,
  byFile: claimed(talk),
});

async function cards(studio: Studio): Promise<FileReviewCard[]> {
  const [cards, talks] = await Promise.all([allCards(studio), allTalks(studio)]);
  return cards.map((card) => ({ ...card, open: openIn(talks.get(card.moduleId)?.comments ?? []) }));
}

type Commenting = Omit<Remark, 'moduleId'>;

function assertOnScreen(copy: Copy, revision: string): void {
  if (copy.revision !== revision) throw new Fault('CONFLICT', { what: 'A newer version of this module was opened since.' });
}

/** A comment as it is kept: what its anchor says of the module is made anew from the module. */
function commented(copy: Copy, talk: Talk, by: string, { suggestion, ...said }: Commenting): ReviewComment {
  assertOnScreen(copy, said.revision);
  const anchor = anchored(said.anchor, copy.content);
  if (!anchor) throw new Fault('NOT_FOUND', { what: 'part of the module' });
  if (suggestion && !takesSuggestion(anchor, copy.content)) throw new Fault('SUGGESTION_UNPLACED', {});
  return {
    id: uuid(),
    anchor,
    severity: said.severity,
    round: copy.handedOut.round,
    revision: said.revision,
    author: by,
    text: said.text,
    mentions: mentionsIn(said.text, [copy.author.name, ...speakersIn(talk)]).slice(0, 20),
    ...(suggestion && { suggestion }),
    createdAt: now(),
    replies: [],
    turns: [],
  };
}

export function reviewingApi(studio: Studio, link: HubLink, desk: { profile(): Promise<Profile> }) {
  const name = async (): Promise<string> => {
    const mine = (await desk.profile()).name.trim();
    if (mine === '') throw new Fault('NAME_MISSING', {});
    return mine;
  };
  const review = async (moduleId: string) => asReview(await copyOf(studio, moduleId), await talkOf(studio, moduleId));
  /** Says something as the person of this studio; what she says goes back under her name. */
  const say = async (moduleId: string, what: (copy: Copy, talk: Talk, by: string) => Addition): Promise<FileReview> => {
    const [copy, by] = [await copyOf(studio, moduleId), await name()];
    await addTalk(studio, moduleId, (talk) => what(copy, talk, by));
    await setCopy(studio, moduleId, { said_at: now() });
    return review(moduleId);
  };
  /** Does something at the hub, and says how it stands then. */
  const there = async (deed: (reviews: OpenHub['client']['reviews']) => Promise<unknown>) => {
    await deed((await link.open()).client.reviews);
    return waitsAtHub(studio, link);
  };
  return {
    atHub: api.reviewing.atHub.handler(() => waitsAtHub(studio, link)),
    take: api.reviewing.take.handler(({ input }) => there((reviews) => reviews.take(input))),
    putBack: api.reviewing.putBack.handler(({ input }) => there((reviews) => reviews.putBack(input))),
    keepQuiet: api.reviewing.keepQuiet.handler(({ input }) => there((reviews) => reviews.keepQuiet(input))),
    list: api.reviewing.list.handler(() => cards(studio)),
    get: api.reviewing.get.handler(({ input }) => review(input.moduleId)),
    comment: api.reviewing.comment.handler(({ input: { moduleId, ...said } }) =>
      say(moduleId, (copy, talk, by) => {
        const comment = commented(copy, talk, by, said);
        return { comments: [comment], own: [comment.id] };
      }),
    ),
    reply: api.reviewing.reply.handler(({ input: { moduleId, ...said } }) =>
      say(moduleId, (_, talk, by) => replied(talk, { ...said, by })),
    ),
    turn: api.reviewing.turn.handler(({ input: { moduleId, ...which } }) => say(moduleId, (_, talk, by) => turned(talk, { ...which, by }))),
    advise: api.reviewing.advise.handler(({ input: { moduleId, revision, verdict, words } }) =>
      say(moduleId, (copy, _, by) => {
        assertOnScreen(copy, revision);
        const advice: Advice = { id: uuid(), by, verdict, words, revision, at: now() };
        return { advice: [advice], own: [advice.id] };
      }),
    ),
    putAway: api.reviewing.putAway.handler(async ({ input: { moduleId, away } }) => {
      await copyOf(studio, moduleId);
      await setCopy(studio, moduleId, { removed_at: away ? now() : null });
      return null;
    }),
  };
}
