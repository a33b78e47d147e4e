import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './comments.module.css';
import type { CommentDeeds } from './deeds.ts';

/** A line back to who commented. */
export function Answer({ comment, deeds }: { comment: ReviewComment; deeds: CommentDeeds }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const reply = useMutation({
    mutationFn: (said: string) => deeds.reply(comment, said),
    onSuccess: () => {
      close();
      setText('');
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reply.mutate(text);
  };
  if (!open)
    return (
      <Button ref={opener} onClick={() => setOpen(true)}>
        Answer
      </Button>
    );
  return (
    <form onSubmit={send} className={css.form}>
      <TextArea
        label={`Answer to ${comment.author}`}
        rows={2}
        maxLength={2000}
        value={text}
        autoFocus
        onChange={({ target }) => setText(target.value)}
      />
      <FaultNotice error={reply.error} />
      <div className={css.row}>
        <Button type="submit" busy={reply.isPending}>
          Send the answer
        </Button>
        <Button variant="plain" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
