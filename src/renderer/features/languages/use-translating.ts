import { useCallback, useEffect, useRef, useState } from 'react';
import { canonicalJson, type ModuleContent, type ModuleDraft } from '../../../shared/model/module.ts';
import { type TextPlace, textAt } from '../../../shared/model/translation/change.ts';
import type { Wording } from '../../../shared/model/translation/translations.ts';
import type { OpenDocument } from '../../saving/together.ts';
import { type Saving, useModule } from '../write/use-module.ts';
import { replay, type Step, withStep } from './steps.ts';

export interface Translating {
  content: ModuleContent;
  saving: Saving;
  write(language: string, place: TextPlace, wording: Wording | null): void;
  add(language: string): void;
  remove(language: string): void;
  writtenIn(language: string): void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** A module whose languages are being written: saved as it changes, merged with what other windows write, every step undone. */
export function useTranslating(draft: ModuleDraft): Translating {
  const [content, setContent] = useState(draft.content);
  const latest = useRef(draft.content);
  const [{ done, undone }, setSteps] = useState<{ done: Step[]; undone: Step[] }>({ done: [], undone: [] });
  const open = useRef<OpenDocument | null>(null);
  const saving = useModule(draft, open);
  const save = saving.change;
  const change = useCallback(
    (next: ModuleContent) => {
      if (canonicalJson(next) === canonicalJson(latest.current)) return;
      latest.current = next;
      setContent(next);
      save();
    },
    [save],
  );
  useEffect(() => {
    open.current = { read: () => latest.current, bringIn: change, spell: (other) => other, fits: () => true };
  }, [change]);

  const take = useCallback(
    (step: Step) => {
      setSteps((steps) => ({ done: withStep(steps.done, step), undone: [] }));
      change(replay(latest.current, step, false));
    },
    [change],
  );
  // Hundreds of fields hold on to it: it stays the same, so that only the one that is written in is drawn anew.
  const write = useCallback(
    (language: string, place: TextPlace, after: Wording | null) =>
      take({ is: 'text', language, place, before: textAt(latest.current, language, place), after, at: Date.now() }),
    [take],
  );
  const last = done.at(-1);
  const next = undone.at(-1);
  return {
    content,
    saving,
    write,
    add: (language) => take({ is: 'added', language }),
    remove(language) {
      const translation = latest.current.translations?.[language];
      if (translation) take({ is: 'removed', language, translation });
    },
    writtenIn: (language) => take({ is: 'source', before: latest.current.language, after: language }),
    undo: last
      ? () => {
          setSteps({ done: done.slice(0, -1), undone: [...undone, last] });
          change(replay(latest.current, last, true));
        }
      : null,
    redo: next
      ? () => {
          setSteps({ done: [...done, next], undone: undone.slice(0, -1) });
          change(replay(latest.current, next, false));
        }
      : null,
  };
}
