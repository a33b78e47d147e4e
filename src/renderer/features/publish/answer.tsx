import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';

interface AnswerProps {
  moduleId: string;
  comment: ReviewComment;
  onAnswered: () => unknown;
}

/** A line back to who commented. */
export function Answer({ moduleId, comment, onAnswered }: AnswerProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const field = useId();
  const reply = useMutation(
    orpc.publishing.replyToComment.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        setText('');
        onAnswered();
      },
    }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reply.mutate({ moduleId, commentId: comment.id, text });
  };
  if (!open) return <Button onClick={() => setOpen(true)}>Answer</Button>;
  return (
    <form onSubmit={send}>
      <label htmlFor={field}>Answer to {comment.author}</label>
      <textarea id={field} rows={2} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      <FaultNotice error={reply.error} />
      <Button type="submit" busy={reply.isPending}>
        Send the answer
      </Button>
    </form>
  );
}
