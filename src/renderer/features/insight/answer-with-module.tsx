import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Reply } from 'lucide-react';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { facePath } from './face.ts';
import css from './insight.module.css';

/** What goes along with the module's link; the author's own words are in the module. */
const answerWords = 'I made something that shows you.';

/** The question a module was begun for, or null. */
export const useAnswering = (moduleId: string) => useQuery(orpc.insights.answering.queryOptions({ input: { moduleId } })).data ?? null;

interface AnswerWithModuleProps {
  moduleId: string;
  /** Colleagues can see the module. */
  published: boolean;
}

/** The question a module answers, in the colleague's words, and the one press that sends her the module. */
export function AnswerWithModule({ moduleId, published }: AnswerWithModuleProps) {
  const ask = useAnswering(moduleId);
  const queries = useQueryClient();
  const toast = useToast();
  const answer = useMutation(
    orpc.insights.answer.mutationOptions({
      onSuccess: ({ from }) => toast(`${from.name} has your answer.`),
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.insights.key() }),
    }),
  );
  if (!ask) return null;
  return (
    <div className={css.person}>
      <Avatar name={ask.from.name} photo={facePath(ask.from.photo)} />
      <div className={css.words}>
        <p className={css.who}>
          <strong>{ask.from.name}</strong> asked <Ago at={ask.createdAt} />
        </p>
        <p className={css.said}>{ask.text}</p>
        <FaultNotice error={answer.error} />
        {ask.answer ? (
          <p className={css.done}>
            <CircleCheck size={18} aria-hidden="true" />
            {ask.answer.module?.id === moduleId ? `${ask.from.name} has this module as your answer.` : `You answered ${ask.from.name}.`}
          </p>
        ) : published ? (
          <div>
            <Button icon={Reply} busy={answer.isPending} onClick={() => answer.mutate({ askId: ask.id, text: answerWords, moduleId })}>
              Send {ask.from.name} this module
            </Button>
          </div>
        ) : (
          <p className={css.faint}>Once it is published, one press sends it to {ask.from.name}.</p>
        )}
      </div>
    </div>
  );
}
