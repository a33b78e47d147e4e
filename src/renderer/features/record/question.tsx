import { useMutation } from '@tanstack/react-query';
import { MessageCircleQuestion } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Ask } from '../../../shared/contract/relations.ts';
import { orpc } from '../../api/client.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { useInsights } from '../insight/use-insights.ts';
import css from './question.module.css';

/** The colleague's question in `?ask=`, which the take is going to answer; null where there is none. */
export function useQuestion(): Ask | null {
  const [search] = useSearchParams();
  const id = search.get('ask');
  const { data } = useInsights();
  return (id && data?.asks.find((ask) => ask.id === id)) || null;
}

interface QuestionProps {
  ask: Ask;
  /** The take that runs, or null before it began. It is bound to the question at once, so that not even a crash parts them. */
  take: string | null;
}

/** What was asked, in the colleague's words, while one records the answer. */
export function Question({ ask, take }: QuestionProps) {
  const { mutate, error } = useMutation(orpc.insights.answerWith.mutationOptions());
  useEffect(() => {
    if (take) mutate({ askId: ask.id, take });
  }, [ask.id, take, mutate]);
  return (
    <aside className={css.question} aria-label="The question you answer">
      <MessageCircleQuestion size={20} aria-hidden="true" />
      <p>
        <strong>{ask.from.name}</strong> asks: {ask.text}
      </p>
      <FaultNotice error={error} />
    </aside>
  );
}
