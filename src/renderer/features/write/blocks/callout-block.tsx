import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { CalloutTone } from '../../../../shared/model/blocks/callout.ts';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';

/** As the author chooses; the player has the learner's words for it. */
const names: Record<CalloutTone, string> = { tip: 'Tip', warning: 'Warning', example: 'Example' };

/** A tip, a warning or an example, in the look a learner sees; its label is where the kind is chosen. */
export function CalloutBlock({ node, editor, getPos, updateAttributes, selected }: NodeViewProps) {
  const tone = CalloutTone.parse(node.attrs.tone);
  return (
    <NodeViewWrapper as="aside" className={`sh-callout ${selected ? css.chosen : ''}`} data-tone={tone} aria-label={names[tone]}>
      <Controls editor={editor} getPos={getPos} className="sh-label">
        <select
          className={css.tone}
          aria-label="What kind of note it is"
          value={tone}
          onChange={(event) => updateAttributes({ tone: CalloutTone.parse(event.target.value) })}
        >
          {CalloutTone.options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      </Controls>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}
