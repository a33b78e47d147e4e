import type { ChoiceQuiz } from '../../../shared/model/quiz/model.ts';
import { type Asked, type Desk, markPart, partIn } from './asked.ts';

/** Radios or boxes. Only what was chosen is marked: the rest stays open for the next try. */
export function askChoice({ kind }: ChoiceQuiz, { form }: Desk): Asked {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.sh-option input')];
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    read: () => ({ kind, chosen: chosen() }),
    mark({ parts }) {
      for (const id of chosen()) markPart(partIn(form, id), parts.find((part) => part.id === id)?.right ?? false, true);
    },
    reset: () => form.reset(),
    first: () => inputs[0] ?? null,
  };
}
