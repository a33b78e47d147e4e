/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { z } from 'zod';
import { anchoredBlock } from '../../../shared/model/review/anchor.ts';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { may } from '../../accounts/roles.ts';
import { queuePath, reviewPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { colleagues } from '../../people/colleagues.ts';
import { sawMentions } from '../../reviews/comments/mentioned.ts';
import { comment, reply, turn } from '../../reviews/comments/write.ts';
import { handOver, putBack, setDue, setKindOfModule, take } from '../../reviews/desk.ts';
import { draftFor } from '../../reviews/draft.ts';
import { findModule } from '../../reviews/find.ts';
import {
  ApproveForm,
  CheckForm,
  CommentForm,
  DeskForm,
  DueForm,
  HandOverForm,
  KindForm,
  QuietForm,
  ReplyForm,
  ReturnForm,
} from '../../reviews/forms.ts';
import { historyFor } from '../../reviews/log/history.ts';
import { verifyLog } from '../../reviews/log/log.ts';
import { tick } from '../../reviews/policy/checks.ts';
import { reviewQueue, type WaitingDraft } from '../../reviews/queue.ts';
import { keepQuiet, sawModule } from '../../reviews/reminders.ts';
import { approve, returnWithReasons } from '../../reviews/vet.ts';
import { page } from '../layout.tsx';
import { isShown, ReviewView } from './filters.tsx';
import { HistoryPage } from './history-page.tsx';
import { type QueueFilter as Filter, QueuePage } from './queue-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { deskView, verdictView } from './views.ts';

const QueueFilter = z.enum(['all', 'mine', 'free']).catch('all');

const listed: Record<Filter, (draft: WaitingDraft, me: string) => boolean> = {
  all: () => true,
  mine: ({ reviewer }, me) => reviewer?.id === me,
  free: ({ reviewer, approvedByMe }) => reviewer === null && !approvedByMe,
};

export const reviewPages = new Hono<HubEnv>()
  .get(queuePath, async (c) => {
    const { hub } = c.var;
    const person = personOf(c);
    const shown = QueueFilter.parse(c.req.query('show'));
    const queue = await reviewQueue(hub, person);
    const authors = await colleagues(
      hub,
      queue.map((draft) => draft.authorId),
    );
    const drafts = queue.flatMap((draft) => {
      const who = authors.get(draft.authorId);
      return who && listed[shown](draft, person.id) ? [{ ...draft, who }] : [];
    });
    return page(c, 'Review', <QueuePage drafts={drafts} shown={shown} me={person.id} total={queue.length} />);
  })
  .get('/review/:id', async (c) => {
    const { hub } = c.var;
    const person = personOf(c);
    const view = ReviewView.parse(c.req.query());
    const draft = await draftFor(hub, person, c.req.param('id'));
    const now = new Date().toISOString();
    await Promise.all([sawMentions(hub, person, draft.review.moduleId), sawModule(hub, person, draft.review.moduleId, now)]);
    const [desk, verdict] = await Promise.all([deskView(hub, person, draft), verdictView(hub, draft)]);
    const props = { view, me: person.id, own: draft.authorId === person.id, reviewer: may(person, 'review'), desk, verdict };
    const shown = { ...draft, comments: draft.comments.filter((placed) => isShown(view, placed)) };
    return page(c, draft.content.title, <ReviewPage draft={shown} {...props} />, 200, { player: true });
  })
  .get('/review/:id/history', async (c) => {
    const { hub } = c.var;
    const moduleId = c.req.param('id');
    const entries = await historyFor(hub, personOf(c), moduleId);
    const [{ title }, verified] = await Promise.all([findModule(hub, moduleId), verifyLog(hub)]);
    return page(c, `History: ${title}`, <HistoryPage moduleId={moduleId} title={title} entries={entries} verified={verified} />);
  })
  .post('/review/:id/take', async (c) => {
    const moduleId = c.req.param('id');
    await take(c.var.hub, personOf(c), moduleId, (await readForm(c, DeskForm)).from);
    return c.redirect(reviewPath(moduleId), 303);
  })
  .post('/review/:id/put-back', async (c) => {
    await putBack(c.var.hub, personOf(c), c.req.param('id'), (await readForm(c, DeskForm)).from);
    return c.redirect(reviewPath(c.req.param('id')), 303);
  })
  .post('/review/:id/hand-over', async (c) => {
    await handOver(c.var.hub, personOf(c), c.req.param('id'), await readForm(c, HandOverForm));
    return c.redirect(reviewPath(c.req.param('id')), 303);
  })
  .post('/review/:id/quiet', async (c) => {
    const how = (await readForm(c, QuietForm)).for;
    await keepQuiet(c.var.hub, personOf(c), c.req.param('id'), how, new Date().toISOString());
    return c.redirect('/', 303);
  })
  .post('/review/:id/due', async (c) => {
    await setDue(c.var.hub, personOf(c), c.req.param('id'), (await readForm(c, DueForm)).due);
    return c.redirect(reviewPath(c.req.param('id')), 303);
  })
  .post('/review/:id/kind', async (c) => {
    await setKindOfModule(c.var.hub, personOf(c), c.req.param('id'), (await readForm(c, KindForm)).kind);
    return c.redirect(`${reviewPath(c.req.param('id'))}#checklist`, 303);
  })
  .post('/review/:id/checks', async (c) => {
    const moduleId = c.req.param('id');
    const { revision, item, block } = await readForm(c, CheckForm);
    await tick(c.var.hub, personOf(c), { moduleId, revision, item, blockId: block });
    return c.redirect(`${reviewPath(moduleId)}#checklist`, 303);
  })
  .post('/review/:id/comments', async (c) => {
    const person = personOf(c);
    const said = await readForm(c, CommentForm);
    const moduleId = c.req.param('id');
    await comment(c.var.hub, person, { moduleId, ...said });
    return c.redirect(`${reviewPath(moduleId)}#comments-${anchoredBlock(said.anchor) ?? 'module'}`, 303);
  })
  .post('/review/:id/comments/:comment/reply', async (c) => {
    const [moduleId, commentId] = [c.req.param('id'), c.req.param('comment')];
    await reply(c.var.hub, personOf(c), { moduleId, commentId, ...(await readForm(c, ReplyForm)) });
    return c.redirect(`${reviewPath(moduleId)}#comment-${commentId}`, 303);
  })
  .post('/review/:id/comments/:comment/:turn{resolve|reopen}', async (c) => {
    const [moduleId, commentId] = [c.req.param('id'), c.req.param('comment')];
    const state = c.req.param('turn') === 'resolve' ? 'resolved' : 'reopened';
    await turn(c.var.hub, personOf(c), { moduleId, commentId, state });
    return c.redirect(`${reviewPath(moduleId)}#comment-${commentId}`, 303);
  })
  .post('/review/:id/return', async (c) => {
    const person = personOf(c);
    const moduleId = c.req.param('id');
    await returnWithReasons(c.var.hub, person, { moduleId, ...(await readForm(c, ReturnForm)) });
    return c.redirect(reviewPath(moduleId), 303);
  })
  .post('/review/:id/approve', async (c) => {
    const person = personOf(c);
    const moduleId = c.req.param('id');
    await approve(c.var.hub, person, { moduleId, ...(await readForm(c, ApproveForm)) });
    return c.redirect(reviewPath(moduleId), 303);
  });
