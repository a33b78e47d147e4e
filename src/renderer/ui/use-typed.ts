import { useState } from 'react';

/** A rest between two keys after which the history begins another step, in milliseconds. */
const rest = 500;

/** A field whose value is kept in another spelling than it is typed in: trimmed, completed, or not at all as long as it is none. */
export interface Typed {
  value: string;
  /** What is kept stands as it did before this was typed: there is nothing to take back but what is in the field. */
  unkept: boolean;
  /** What was typed, and what became of it; empty where it is none. */
  type(text: string, became: string): void;
  /** From now on what is kept is seen. */
  settle(): void;
}

/** What is typed stays in the field until the value changes from elsewhere, as by undo, or until it is settled. */
export function useTyped(kept: string): Typed {
  const [last, setTyped] = useState<{ text: string; became: string; before: string; at: number } | null>(null);
  const typed = last?.became === kept ? last : null;
  const before = (now: number): string => {
    const isAnother = typed === null || (typed.became !== '' && now - typed.at > rest);
    return isAnother ? kept : typed.before;
  };
  return {
    value: typed?.text ?? kept,
    unkept: typed !== null && typed.before === kept && typed.text !== kept,
    type(text, became) {
      const now = Date.now();
      setTyped({ text, became, before: before(now), at: now });
    },
    settle: () => setTyped(null),
  };
}
