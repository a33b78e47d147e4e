import { useState } from 'react';
import { z } from 'zod';
import { useToast } from '../ui/toast.tsx';
import { keepBegun, readBegun } from './begun.ts';

/** What was begun under a name before, as by somebody who left the page; null where nothing was. */
export const begunBefore = <T>(name: string, shape: z.ZodType<T>): T | null => readBegun(localStorage, name, shape);

export interface BegunWords {
  words: string;
  write(words: string): void;
  /** They were sent. */
  done(): void;
}

const Words = z.string();
export const hasBegunWords = (name: string): boolean => begunBefore(name, Words) !== null;

/** Words of a form that are kept in this browser from the first key until they are sent or given up: whoever leaves the page finds them again. */
export function useBegunWords(name: string): BegunWords {
  const [words, setWords] = useState(() => begunBefore(name, Words) ?? '');
  return {
    words,
    write(next) {
      setWords(next);
      keepBegun(localStorage, name, next.trim() === '' ? null : next);
    },
    done() {
      setWords('');
      keepBegun(localStorage, name, null);
    },
  };
}

/** Gives up what was begun under a name, and for a while offers it back; `reopen` shows the form again. */
export function useGiveUp(): (name: string, reopen: () => void) => void {
  const toast = useToast();
  return (name, reopen) => {
    const begun = begunBefore(name, z.unknown());
    if (begun === null || begun === undefined) return;
    keepBegun(localStorage, name, null);
    toast('What you wrote was thrown away.', () => {
      keepBegun(localStorage, name, begun);
      reopen();
    });
  };
}
