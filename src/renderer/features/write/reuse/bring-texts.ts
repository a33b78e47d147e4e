import type { Editor } from '@tiptap/react';
import { useCallback } from 'react';
import { languageName } from '../../../../shared/model/translation/language.ts';
import { withTakenTexts } from '../../../../shared/model/translation/taken.ts';
import type { BlockTexts } from '../../../../shared/model/translation/translations.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { Written } from '../written.ts';

/** Puts what a block says in other languages beside it. */
export type BringTexts = (block: string, texts: BlockTexts) => void;

/** "German, French and Spanish". */
const listed = (languages: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(languages.map((tag) => languageName(tag, 'en')));

/** What came in other languages with a block that was taken from another module; it is said, for it is not to be seen on the desk. */
export function useBringTexts(editor: Editor, written: Written): BringTexts {
  const toast = useToast();
  return useCallback(
    (block, texts) => {
      const before = written.read();
      const after = withTakenTexts(before, block, texts);
      if (after === before) return;
      written.become(editor.state.doc, after);
      toast(`Its words in ${listed(Object.keys(texts).filter((tag) => tag !== before.language))} came along.`);
    },
    [editor, written, toast],
  );
}
