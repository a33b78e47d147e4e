import type { Editor } from '@tiptap/react';
import { CircleHelp, Image, type LucideIcon, Type, Video } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { emptyQuiz } from './blocks/quiz-edit.ts';
import css from './desk.module.css';
import type { Pictures } from './use-pictures.ts';
import { VideoPicker } from './video-picker.tsx';

/** Behind the block in which the cursor stands, so that a new one comes where one is writing. */
export function insertBlock(editor: Editor, block: { type: string; attrs?: Record<string, unknown> }): void {
  const { $to } = editor.state.selection;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  const chain = editor.chain().insertContentAt(at, block);
  if (block.type === 'paragraph') chain.focus(at + 1).run();
  else chain.setNodeSelection(at).scrollIntoView().run();
}

/** What can be added, in words. */
export function Inserter({ editor, pictures }: { editor: Editor; pictures: Pictures }) {
  const [choosing, setChoosing] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const kinds: [string, LucideIcon, () => void][] = [
    ['Text', Type, () => insertBlock(editor, { type: 'paragraph' })],
    ['Picture', Image, () => file.current?.click()],
    ['Video', Video, () => setChoosing(true)],
    ['Question', CircleHelp, () => insertBlock(editor, { type: 'quiz', attrs: { quiz: emptyQuiz() } })],
  ];
  return (
    <fieldset className={css.inserter}>
      <legend>Add</legend>
      {kinds.map(([name, icon, act]) => (
        <Button key={name} icon={icon} onClick={act} busy={name === 'Picture' && pictures.busy}>
          {name}
        </Button>
      ))}
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        multiple
        hidden
        aria-label="Choose a picture"
        onChange={(event) => {
          pictures.take(event.target.files, editor.view);
          event.target.value = '';
        }}
      />
      <VideoPicker
        open={choosing}
        onOpenChange={setChoosing}
        onChosen={(attrs) => {
          insertBlock(editor, { type: 'video', attrs });
          setChoosing(false);
        }}
      />
    </fieldset>
  );
}
