import type { Editor } from '@tiptap/react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useRef, useState } from 'react';
import type { Insertable } from './insertables.ts';
import css from './inserting.module.css';
import { KindList, optionId } from './kind-list.tsx';
import { dismissSlash, type Slash } from './slash.ts';
import { walk } from './walk.ts';

const none: readonly Insertable[] = [];

/** Names the list and what is active in it to a screen reader, as long as it is shown: the focus stays in the text. */
function useNaming(editor: Editor, list: string, active: Insertable | undefined) {
  useEffect(() => {
    if (!active) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-activedescendant', optionId(list, active));
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, list, active]);
}

/** The kinds of blocks that what is typed behind a slash may mean, beside it. */
export function SlashList({ editor, insert }: { editor: Editor; insert(kind: Insertable): void }) {
  const [slash, setSlash] = useState<Slash | null>(null);
  const [walked, setWalked] = useState<Insertable>();
  const list = useId();
  const kinds = slash?.kinds ?? none;
  const active = walked && kinds.includes(walked) ? walked : kinds[0];
  const place = useRef({ getBoundingClientRect: () => new DOMRect() });
  place.current.getBoundingClientRect = () => slash?.place() ?? new DOMRect();

  const choose = (kind: Insertable) => {
    if (!slash) return;
    editor.chain().focus().deleteRange(slash.range).run();
    insert(kind);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.isComposing || !active) return false;
    if (event.key === 'Enter' || event.key === 'Tab') choose(active);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setWalked(walk(kinds, active, event.key));
    else return false;
    return true;
  };
  useEffect(() => {
    editor.storage.slash.press = press;
  });
  useEffect(() => {
    const { storage } = editor;
    storage.slash.listener = (next) => {
      setSlash(next);
      setWalked(undefined);
    };
    return () => {
      storage.slash.listener = null;
      storage.slash.press = () => false;
    };
  }, [editor]);
  useNaming(editor, list, active);

  return (
    <>
      <p role="status" className="visually-hidden">
        {slash && (kinds.length === 0 ? 'No kind of block is called that.' : `${kinds.length} kinds of blocks. Arrows choose, Enter adds.`)}
      </p>
      <Popover.Root open={slash !== null && kinds.length > 0}>
        <Popover.Anchor virtualRef={place} />
        <Popover.Portal>
          <Popover.Content
            className={css.popover}
            side="bottom"
            align="start"
            sideOffset={4}
            aria-label="Kinds of blocks"
            // What floats hears Escape first, and the editor no longer.
            onEscapeKeyDown={() => dismissSlash(editor.view)}
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <KindList id={list} kinds={kinds} active={active} onChosen={choose} reachable />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}
