import { type NodeViewProps, useEditorState } from '@tiptap/react';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { maxSteps, type Step } from '../../../../shared/model/blocks/steps.ts';
import { Button } from '../../../ui/button.tsx';
import { OrderedList } from '../../../ui/ordered-list.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { ownStep } from './own-step.ts';
import { addRow, changeRow, moveRow, removeRow } from './rows.ts';
import { StepRow } from './step-row.tsx';
import { emptyStep } from './steps-edit.ts';
import { useRowFocus } from './use-row-focus.ts';
import { videosIn } from './videos-in.ts';

/** Steps in their order, edited where they stand. */
export function StepsBlock(props: NodeViewProps) {
  const steps: Step[] = props.node.attrs.steps;
  const list = useRef<HTMLOListElement>(null);
  const focus = useRowFocus(list);
  const videos = useEditorState({ editor: props.editor, selector: ({ editor }) => videosIn(editor) });
  const change = (next: Step[]) => props.updateAttributes({ steps: next });
  /** More than typing. */
  const rebuild = (next: Step[]) => ownStep(props.editor, () => change(next));
  const add = () => {
    const step = emptyStep();
    rebuild(addRow(steps, step, null));
    focus(step.id);
  };
  return (
    <BlockFrame {...props} name="Steps">
      <OrderedList className={css.rows} ref={list}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            number={index + 1}
            count={steps.length}
            videos={videos}
            onChange={(next) => change(changeRow(steps, step.id, () => next))}
            onMove={(by) => {
              rebuild(moveRow(steps, step.id, by));
              focus(step.id);
            }}
            onRemove={() => {
              rebuild(removeRow(steps, step.id));
              focus((steps[index + 1] ?? steps[index - 1])?.id);
            }}
          />
        ))}
      </OrderedList>
      <p className={css.text}>
        <Button icon={Plus} disabled={steps.length >= maxSteps} onClick={add}>
          Add a step
        </Button>
        {steps.length > 1 && 'Alt with an arrow key moves the step you are in.'}
      </p>
    </BlockFrame>
  );
}
