import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Circle, MessageCircle } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Ask } from '../../../shared/contract/relations.ts';
import { orpc } from '../../api/client.ts';
import { hasBegunWords, useBegunWords, useGiveUp } from '../../saving/use-begun.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { facePath } from './face.ts';
import css from './insight.module.css';

const nameOf = ({ id }: Ask): string => `ask ${id}`;

interface FormProps {
  ask: Ask;
  /** Whether she asked for the form just now. */
  asked: boolean;
  onDone(): void;
  onCancel(): void;
}

function AnswerForm({ ask, asked, onDone, onCancel }: FormProps) {
  const toast = useToast();
  const queries = useQueryClient();
  const { words: text, write, done } = useBegunWords(nameOf(ask));
  const answer = useMutation(
    orpc.insights.answer.mutationOptions({
      async onSuccess() {
        toast(`${ask.from.name} has your answer.`);
        done();
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
        autoFocus={asked}
        onChange={(event) => write(event.target.value)}
      />
      <FaultNotice error={answer.error} />
      <div className={css.row}>
        <Button type="submit" variant="primary" busy={answer.isPending} disabled={text.trim() === ''}>
          Send
        </Button>
        <Button variant="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A question in a colleague's own words, with the two ways to answer it. */
export function AskCard({ ask }: { ask: Ask }) {
  const [answering, setAnswering] = useState<'not yet' | 'before' | 'now' | 'no longer'>(() =>
    hasBegunWords(nameOf(ask)) ? 'before' : 'not yet',
  );
  const giveUp = useGiveUp();
  const cancel = () => {
    giveUp(nameOf(ask), () => setAnswering('now'));
    setAnswering('no longer');
  };
  const isOpen = !ask.answer && (answering === 'before' || answering === 'now');
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
        {!ask.answer && !isOpen && (
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
        {isOpen && <AnswerForm ask={ask} asked={answering === 'now'} onDone={() => setAnswering('no longer')} onCancel={cancel} />}
      </div>
    </li>
  );
}
