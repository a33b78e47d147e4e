import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { type Code, codeBetween, segmentsOf } from '../../../shared/model/translation/codes.ts';
import { Button } from '../../ui/button.tsx';

interface CodesProps {
  codes: readonly Code[];
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  write(text: string): void;
}

/** The marks of a text that are not in its translation yet: a press puts one around what is selected, or where the cursor stands. */
export function Codes({ codes, text, field, write }: CodesProps) {
  const used = new Set((segmentsOf(text) ?? []).map((segment) => ('thing' in segment ? segment.thing : segment.in)));
  const put = ({ id, around }: Code) => {
    const { current } = field;
    if (!current) return;
    const { selectionStart, selectionEnd } = current;
    const chosen = text.slice(selectionStart, selectionEnd);
    const before = around ? `<${id}>` : codeBetween(id);
    const after = around ? `</${id}>` : '';
    flushSync(() => write(`${text.slice(0, selectionStart)}${before}${around ? chosen : ''}${after}${text.slice(selectionEnd)}`));
    current.focus();
    const start = selectionStart + before.length;
    current.setSelectionRange(start, start + (around ? chosen.length : 0));
  };
  return codes
    .filter(({ id }) => !used.has(id))
    .map((code) => (
      <Button key={code.id} variant="plain" onClick={() => put(code)}>
        {`Put in <${code.id}${code.around ? '' : '/'}>: ${code.says}`}
      </Button>
    ));
}
