/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { anchoredBlock } from '../../../shared/model/review/anchor.ts';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { may } from '../../accounts/roles.ts';
import { queuePath, reviewPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { colleagues } from '../../people/colleagues.ts';
import { sawMentions } from '../../reviews/comments/mentioned.ts';
import { comment, reply, turn } from '../../reviews/comments/write.ts';
import { draftFor } from '../../reviews/draft.ts';
import { CommentForm, ReplyForm, ReturnForm, RevisionForm } from '../../reviews/forms.ts';
import { reviewQueue } from '../../reviews/queue.ts';
import { approve, returnWithReasons } from '../../reviews/vet.ts';
import { page } from '../layout.tsx';
import { QueuePage } from './queue-page.tsx';
import { ReviewPage } from './review-page.tsx';

export const reviewPages = new Hono<HubEnv>()
  .get(queuePath, async (c) => {
    const { hub } = c.var;
    const queue = await reviewQueue(hub, personOf(c));
    const authors = await colleagues(
      hub,
      queue.map((draft) => draft.authorId),
    );
    const drafts = queue.flatMap((draft) => {
      const author = authors.get(draft.authorId);
      return author ? [{ ...draft, author, path: reviewPath(draft.moduleId) }] : [];
    });
    return page(c, 'Review', <QueuePage drafts={drafts} />);
  })
  .get('/review/:id', async (c) => {
    const person = personOf(c);
    const draft = await draftFor(c.var.hub, person, c.req.param('id'));
    const own = draft.authorId === person.id;
    await sawMentions(c.var.hub, person, draft.review.moduleId);
    return page(c, draft.content.title, <ReviewPage draft={draft} own={own} reviewer={may(person, 'review')} />, 200, { player: true });
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
    await approve(c.var.hub, person, { moduleId, ...(await readForm(c, RevisionForm)) });
    return c.redirect(reviewPath(moduleId), 303);
  });
