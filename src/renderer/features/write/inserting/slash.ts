import { Extension, type Range } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { exitSuggestion, Suggestion } from '@tiptap/suggestion';
import { findInsertables, type Insertable } from './insertables.ts';

/** What is meant by what stands behind a slash, and where it stands. */
export interface Slash {
  kinds: readonly Insertable[];
  range: Range;
  /** Where the slash stands on the screen. */
  place(): DOMRect | null;
}

const key = new PluginKey('slash');

/** Blocks come into the document itself; within a list or a cell a slash is a slash. */
function stands(state: EditorState, { from }: Range): boolean {
  const place = state.doc.resolve(from);
  return place.depth === 1 && place.parent.type.name === 'paragraph';
}

export interface SlashStorage {
  /** The page's list: shown what is typed, and asked what it makes of a key. */
  listener: ((slash: Slash | null) => void) | null;
  press: (event: KeyboardEvent) => boolean;
}

declare module '@tiptap/core' {
  interface Storage {
    slash: SlashStorage;
  }
}

/** Lets a slash be a slash. */
export const dismissSlash = (view: EditorView): void => exitSuggestion(view, key);

/** A slash at the start of a paragraph or after a space asks which kind of block is meant; Escape lets it be a slash. */
export const SlashMenu = Extension.create<Record<string, never>, SlashStorage>({
  name: 'slash',
  addStorage: () => ({ listener: null, press: () => false }),
  addProseMirrorPlugins() {
    const { storage, editor } = this;
    return [
      Suggestion<Insertable>({
        editor,
        pluginKey: key,
        char: '/',
        allow: ({ state, range }) => stands(state, range),
        render: () => {
          const heard = (props: { query: string; range: Range; clientRect?: (() => DOMRect | null) | null }) =>
            storage.listener?.({ kinds: findInsertables(props.query), range: props.range, place: props.clientRect ?? (() => null) });
          return {
            onStart: heard,
            onUpdate: heard,
            onKeyDown: ({ event }) => storage.press(event),
            onExit: () => storage.listener?.(null),
          };
        },
      }),
    ];
  },
});
