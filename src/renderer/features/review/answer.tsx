import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { hasBegunWords, useBegunWords, useGiveUp } from '../../saving/use-begun.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './comments.module.css';
import type { CommentDeeds } from './deeds.ts';

interface AnswerProps {
  comment: ReviewComment;
  deeds: CommentDeeds;
}

const nameOf = ({ id }: ReviewComment): string => `answer ${id}`;

interface FormProps extends AnswerProps {
  /** Whether she asked for the form just now. */
  asked: boolean;
  onSent(): void;
  onCancel(): void;
}

function AnswerForm({ comment, deeds, asked, onSent, onCancel }: FormProps) {
  const { words, write, done } = useBegunWords(nameOf(comment));
  const reply = useMutation({
    mutationFn: () => deeds.reply(comment, words),
    onSuccess: () => {
      done();
      onSent();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') reply.mutate();
  };
  return (
    <form onSubmit={send} className={css.form}>
      <TextArea
        label={`Answer to ${comment.author}`}
        rows={2}
        maxLength={2000}
        value={words}
        autoFocus={asked}
        onChange={({ target }) => write(target.value)}
      />
      <FaultNotice error={reply.error} />
      <div className={css.row}>
        <Button type="submit" busy={reply.isPending}>
          Send the answer
        </Button>
        <Button variant="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A line back to who commented; one that was begun before stands open. */
export function Answer({ comment, deeds }: AnswerProps) {
  const [open, setOpen] = useState<'no' | 'before' | 'now'>(() => (hasBegunWords(nameOf(comment)) ? 'before' : 'no'));
  const giveUp = useGiveUp();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen('no');
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (open === 'no')
    return (
      <Button ref={opener} onClick={() => setOpen('now')}>
        Answer
      </Button>
    );
  const cancel = () => {
    giveUp(nameOf(comment), () => setOpen('now'));
    close();
  };
  return <AnswerForm comment={comment} deeds={deeds} asked={open === 'now'} onSent={close} onCancel={cancel} />;
}
