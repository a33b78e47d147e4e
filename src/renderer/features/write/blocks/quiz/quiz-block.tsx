import type { NodeViewProps } from '@tiptap/react';
import { judge } from '../../../../../shared/model/quiz/index.ts';
import type { Quiz } from '../../../../../shared/model/quiz/model.ts';
import { BlockFrame } from '../block-frame.tsx';
import { ownStep } from '../own-step.ts';
import { QuizEditor } from './quiz-editor.tsx';

/** Another kind, or a part more or less: more than typing, and undone by itself. */
const isRebuilt = (before: Quiz, after: Quiz): boolean =>
  before.kind !== after.kind || judge(before, null).parts.length !== judge(after, null).parts.length;

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
