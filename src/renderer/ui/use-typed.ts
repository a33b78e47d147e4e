import { useState } from 'react';

/** A field whose value is kept in another spelling than it is typed in: trimmed, completed, or not at all as long as it is none. */
export interface Typed {
  value: string;
  /** What was typed, and what became of it. */
  type(text: string, became: string): void;
  /** From now on what is kept is seen. */
  settle(): void;
}

/** What is typed stays in the field until the value changes from elsewhere, as by undo, or until it is settled. */
export function useTyped(kept: string): Typed {
  const [typed, setTyped] = useState<{ text: string; became: string } | null>(null);
  return {
    value: typed?.became === kept ? typed.text : kept,
    type: (text, became) => setTyped({ text, became }),
    settle: () => setTyped(null),
  };
}
