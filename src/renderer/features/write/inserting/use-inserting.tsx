import type { Editor, JSONContent } from '@tiptap/react';
import { type ReactNode, useRef, useState } from 'react';
import { pictureFiles } from '../../../ui/file-button.tsx';
import type { BringTexts } from '../reuse/bring-texts.ts';
import { ReuseDialog } from '../reuse/reuse-dialog.tsx';
import type { Pictures } from '../use-pictures.ts';
import { VideoPicker } from '../video-picker.tsx';
import { insertBlock } from './insert-block.ts';
import type { Insertable } from './insertables.ts';

export interface Inserting {
  insert(kind: Insertable): void;
  /** What asks for a file or a video; stands somewhere in the page. */
  choosers: ReactNode;
}

/** Puts a kind of block into the document, and asks first for what it cannot be without. */
export function useInserting(editor: Editor, pictures: Pictures, moduleId: string, bringTexts: BringTexts): Inserting {
  const [choosing, setChoosing] = useState(false);
  const [taking, setTaking] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  return {
    insert({ inserts }) {
      if (inserts === 'picture') file.current?.click();
      else if (inserts === 'video') setChoosing(true);
      else if (inserts === 'taken') setTaking(true);
      else insertBlock(editor, inserts());
    },
    choosers: (
      <>
        <input
          ref={file}
          type="file"
          accept={pictureFiles}
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
        {taking && (
          <ReuseDialog
            moduleId={moduleId}
            onClose={() => setTaking(false)}
            onTaken={(block, texts) => {
              const id = insertBlock(editor, block as JSONContent);
              if (id) bringTexts(id, texts);
              setTaking(false);
            }}
          />
        )}
      </>
    ),
  };
}
