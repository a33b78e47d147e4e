import { type Asked, type Desk, markPart, partIn } from './asked.ts';

/** Fields in a text. What is said of one stands beneath the text. */
export function askFill({ form }: Desk): Asked {
  const fields = [...form.querySelectorAll<HTMLInputElement>('.sh-gap input')];
  return {
    read: () => ({ kind: 'fill', texts: fields.map(({ value }) => value) }),
    mark({ parts }) {
      for (const { id, right } of parts) {
        markPart(partIn(form, id), right, false);
        if (!right) form.querySelector(`[data-note="${CSS.escape(id)}"] .sh-feedback`)?.removeAttribute('hidden');
      }
    },
    reset: () => form.reset(),
    first: () => fields[0] ?? null,
  };
}
