import type { NodeViewProps } from '@tiptap/react';
import { TextArea } from '../../../ui/field.tsx';
import { BlockFrame } from './block-frame.tsx';

/** A question that a learner answers to herself. */
export function ReflectionBlock(props: NodeViewProps) {
  return (
    <BlockFrame {...props} name="Reflection">
      <TextArea
        label="What should a colleague ask herself?"
        hint="What she writes stays in her own browser. Nobody else reads it, you neither."
        rows={2}
        maxLength={500}
        value={props.node.attrs.question}
        onChange={(event) => props.updateAttributes({ question: event.target.value })}
      />
    </BlockFrame>
  );
}
