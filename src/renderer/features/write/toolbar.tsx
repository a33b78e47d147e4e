import { type Editor, useEditorState } from '@tiptap/react';
import { Bold, Code, Heading2, Heading3, Italic, Link2, List, ListOrdered, type LucideIcon, Quote, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import css from './desk.module.css';
import { LinkField } from './link-field.tsx';

interface Tool {
  label: string;
  icon: LucideIcon;
  /** Name and attributes of what it switches, where it switches something. */
  shows?: [name: string, attributes?: Record<string, unknown>];
  act(editor: Editor): void;
}

const tools: Tool[][] = [
  [
    { label: 'Undo', icon: Undo2, act: (editor) => editor.chain().focus().undo().run() },
    { label: 'Redo', icon: Redo2, act: (editor) => editor.chain().focus().redo().run() },
  ],
  [
    {
      label: 'Heading',
      icon: Heading2,
      shows: ['heading', { level: 2 }],
      act: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    },
    {
      label: 'Smaller heading',
      icon: Heading3,
      shows: ['heading', { level: 3 }],
      act: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    },
  ],
  [
    { label: 'Bold', icon: Bold, shows: ['bold'], act: (editor) => editor.chain().focus().toggleBold().run() },
    { label: 'Italic', icon: Italic, shows: ['italic'], act: (editor) => editor.chain().focus().toggleItalic().run() },
    { label: 'Code', icon: Code, shows: ['code'], act: (editor) => editor.chain().focus().toggleCode().run() },
  ],
  [
    { label: 'List', icon: List, shows: ['bulletList'], act: (editor) => editor.chain().focus().toggleBulletList().run() },
    {
      label: 'Numbered list',
      icon: ListOrdered,
      shows: ['orderedList'],
      act: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    { label: 'Quote', icon: Quote, shows: ['blockquote'], act: (editor) => editor.chain().focus().toggleBlockquote().run() },
  ],
];

/** How text is set. Every tool has its key in the editor as well. */
export function Toolbar({ editor }: { editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const pressed = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.flat().map(({ shows }) => (shows ? now.isActive(...shows) : false)),
  });
  const active = new Map(tools.flat().map((tool, index) => [tool.label, pressed[index] ?? false]));
  return (
    <div className={css.toolbar} role="toolbar" aria-label="Text">
      {tools.map((group) => (
        <span key={group[0]?.label}>
          {group.map(({ label, icon, shows, act }) => (
            <IconButton
              key={label}
              label={label}
              icon={icon}
              aria-pressed={shows ? active.get(label) : undefined}
              onClick={() => act(editor)}
            />
          ))}
        </span>
      ))}
      <IconButton label="Link" icon={Link2} aria-expanded={linking} onClick={() => setLinking(!linking)} />
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}
