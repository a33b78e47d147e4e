import { useState } from 'react';

/** A field whose value is kept in another spelling than it is typed in: trimmed, completed, or not at all as long as it is none. */
export interface Typed {
  value: string;
  /** What is kept stands as it did before: no history knows of what was typed. */
  unkept: boolean;
  /** What was typed, and what became of it. */
  type(text: string, became: string): void;
  /** From now on what is kept is seen. */
  settle(): void;
}

/** What is typed stays in the field until the value changes from elsewhere, as by undo, or until it is settled. */
export function useTyped(kept: string): Typed {
  const [last, setTyped] = useState<{ text: string; became: string; before: string } | null>(null);
  const typed = last?.became === kept ? last : null;
  return {
    value: typed?.text ?? kept,
    unkept: typed !== null && typed.before === kept && typed.text !== kept,
    type: (text, became) => setTyped({ text, became, before: typed?.before ?? kept }),
    settle: () => setTyped(null),
  };
}
