import type { NodeViewProps } from '@tiptap/react';
import type { Quiz } from '../../../../../shared/model/quiz/model.ts';
import { BlockFrame } from '../block-frame.tsx';
import { QuizEditor } from './quiz-editor.tsx';

/** A question, edited where it stands. */
export function QuizBlock(props: NodeViewProps) {
  const quiz: Quiz = props.node.attrs.quiz;
  return (
    <BlockFrame {...props} name="Question">
      <QuizEditor quiz={quiz} change={(next) => props.updateAttributes({ quiz: next })} />
    </BlockFrame>
  );
}
