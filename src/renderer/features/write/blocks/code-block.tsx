import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useId } from 'react';
import { longestLanguage } from '../../../../shared/model/blocks/code.ts';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';

/** Offered, not prescribed: the label is a word for the reader. */
const known = ['Command line', 'CSS', 'Excel formula', 'HTML', 'Java', 'JavaScript', 'JSON', 'Python', 'SQL', 'Text', 'XML', 'YAML'];

export function CodeBlock({ node, editor, getPos, updateAttributes, selected }: NodeViewProps) {
  const list = useId();
  return (
    <NodeViewWrapper className={`sh-code ${selected ? css.chosen : ''}`} role="group" aria-label="Code">
      <Controls editor={editor} getPos={getPos} className="sh-label">
        <input
          className={css.language}
          aria-label="Language of the code"
          placeholder="Language"
          maxLength={longestLanguage}
          list={list}
          value={node.attrs.language}
          onChange={(event) => updateAttributes({ language: event.target.value })}
        />
        <datalist id={list}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Controls>
      <pre spellCheck={false}>
        <NodeViewContent<'code'> as="code" />
      </pre>
    </NodeViewWrapper>
  );
}
