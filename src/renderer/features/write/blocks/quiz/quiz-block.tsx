import type { NodeViewProps } from '@tiptap/react';
import type { Quiz } from '../../../../../shared/model/quiz/model.ts';
import { BlockFrame } from '../block-frame.tsx';
import { ownStep } from '../own-step.ts';
import { isRebuilt } from './edit.ts';
import { QuizEditor } from './quiz-editor.tsx';

/** A question, edited where it stands. */
export function QuizBlock(props: NodeViewProps) {
  const quiz: Quiz = props.node.attrs.quiz;
  const change = (next: Quiz) => {
    const act = () => props.updateAttributes({ quiz: next });
    if (isRebuilt(quiz, next)) ownStep(props.editor, act);
    else act();
  };
  return (
    <BlockFrame {...props} name="Question">
      <QuizEditor quiz={quiz} change={change} />
    </BlockFrame>
  );
}
