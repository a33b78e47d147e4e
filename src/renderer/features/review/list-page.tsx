import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { FileReviewCard } from '../../../shared/contract/reviewing.ts';
import { client, orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { KeptList } from '../../ui/kept-list.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ReviewFileButton } from './file-button.tsx';
import { Queue } from './queue.tsx';
import css from './review.module.css';

/** Where a review stands, as one says it. */
export function fileReviewWords({ saidAt, handedBackAt }: Pick<FileReviewCard, 'saidAt' | 'handedBackAt'>): string {
  if (saidAt === null) return 'Not looked at yet';
  if (handedBackAt === null || handedBackAt < saidAt) return 'What you said is not handed back yet';
  return 'Handed back';
}

function Row({ card }: { card: FileReviewCard }) {
  const toast = useToast();
  const queries = useQueryClient();
  const { moduleId, title, author, handedOut, openedAt } = card;
  const putAway = useMutation({
    mutationFn: (away: boolean) => client.reviewing.putAway({ moduleId, away }),
    onSuccess: (_, away) => away && toast('Taken off the list. What you said is kept.', () => putAway.mutate(false)),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.reviewing.key() }),
  });
  return (
    <li className={css.card}>
      <Avatar name={author.name} photo={author.photo && `/media/${author.photo}`} />
      <div>
        <p className={css.author}>{author.name || 'A colleague'}</p>
        <h2>
          <Link to={`/reviews/${moduleId}`}>{title || 'Without a title'}</Link>
        </h2>
        <p className={css.facts}>
          <span>Round {handedOut.round}</span>
          <span>
            opened <Ago at={openedAt} />
          </span>
          <span>{fileReviewWords(card)}</span>
        </p>
        <FaultNotice error={putAway.error} />
      </div>
      <Button variant="plain" busy={putAway.isPending} onClick={() => putAway.mutate(true)}>
        Take off the list<span className="visually-hidden">: {title}</span>
      </Button>
    </li>
  );
}

/** `/reviews`: what colleagues sent to be looked at. */
export function Component() {
  const { data, error } = useQuery(orpc.reviewing.list.queryOptions());
  return (
    <Page
      title="Review"
      narrow
      actions={data && data.length > 0 ? <ReviewFileButton words="Review a file" variant="primary" /> : undefined}
    >
      <FaultNotice error={error} />
      <Queue />
      {data?.length === 0 && (
        <Empty title="No file to look at yet" action={<ReviewFileButton words="Review a file" variant="primary" />}>
          A colleague can send you a module as a file, by e-mail or on a stick. Open it here: you read and watch it as learners will,
          comment beside what you speak of, and send a small file back. You need no account for it.
        </Empty>
      )}
      {data && data.length > 0 && (
        <KeptList className={css.cards}>
          {data.map((card) => (
            <Row key={card.moduleId} card={card} />
          ))}
        </KeptList>
      )}
    </Page>
  );
}
