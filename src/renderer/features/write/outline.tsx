import type { Editor } from '@tiptap/react';
import { memo } from 'react';
import { outlinedAs } from '../../../shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import css from './desk.module.css';
import { goToBlock } from './document.ts';

/** Headings, pictures, videos and questions, each a way to its place. Nothing where there are none. */
export const Outline = memo(function Outline({ content, editor }: { content: ModuleContent; editor: Editor }) {
  const entries = content.body.content.flatMap((block) => {
    const name = outlinedAs(block);
    return name === null ? [] : [{ id: block.attrs.id, name, inner: block.type !== 'heading' || block.attrs.level === 3 }];
  });
  if (entries.length === 0) return null;
  return (
    <nav aria-label="Outline">
      <ul>
        {entries.map(({ id, name, inner }) => (
          <li key={id}>
            <button type="button" className={inner ? css.inner : undefined} title={name} onClick={() => goToBlock(editor, id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
});
