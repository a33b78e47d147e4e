import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Circle, MessageCircle } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Ask } from '../../../shared/contract/relations.ts';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { facePath } from './face.ts';
import css from './insight.module.css';

function AnswerForm({ ask, onDone }: { ask: Ask; onDone(): void }) {
  const toast = useToast();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const answer = useMutation(
    orpc.insights.answer.mutationOptions({
      async onSuccess() {
        toast(`${ask.from.name} has your answer.`);
        onDone();
        await queries.invalidateQueries({ queryKey: orpc.insights.key() });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') answer.mutate({ askId: ask.id, text });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextArea
        label={`Your answer to ${ask.from.name}`}
        maxLength={2000}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
      <FaultNotice error={answer.error} />
      <div className={css.row}>
        <Button type="submit" variant="primary" busy={answer.isPending} disabled={text.trim() === ''}>
          Send
        </Button>
        <Button variant="plain" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A question in a colleague's own words, with the two ways to answer it. */
export function AskCard({ ask }: { ask: Ask }) {
  const [answering, setAnswering] = useState<'not yet' | 'now' | 'no longer'>('not yet');
  return (
    <li className={css.person}>
      <Avatar name={ask.from.name} photo={facePath(ask.from.photo)} size={48} />
      <div className={css.words}>
        <p className={css.who}>
          <strong>{ask.from.name}</strong> <Ago at={ask.createdAt} />
          {ask.moduleTitle && ` · about ${ask.moduleTitle}`}
        </p>
        <p className={css.said}>{ask.text}</p>
        {ask.answer && (
          <p className={css.answer}>
            You answered <Ago at={ask.answer.createdAt} />: {ask.answer.text}
            {ask.answer.module && <Link to={`/publish/${ask.answer.module.id}`}>{ask.answer.module.title}</Link>}
          </p>
        )}
        {!ask.answer && answering !== 'now' && (
          <div className={css.row}>
            {/* Whoever gives it up is where she began. */}
            <Button icon={MessageCircle} autoFocus={answering === 'no longer'} onClick={() => setAnswering('now')}>
              Answer
            </Button>
            <ButtonLink to={`/record?ask=${ask.id}`} icon={Circle}>
              Answer with a take
            </ButtonLink>
          </div>
        )}
        {answering === 'now' && <AnswerForm ask={ask} onDone={() => setAnswering('no longer')} />}
      </div>
    </li>
  );
}
