import { ownKey, withStorage } from '../storage.ts';

type Field = HTMLInputElement | HTMLSelectElement;

const isTicked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type !== 'text';

/** The fields of a question, each with the part of the answer it stands for. */
const fieldsOf = (form: HTMLFormElement): [part: string, field: Field][] =>
  [...form.querySelectorAll<Field>('[data-part] input, [data-part] select')].map((field) => [
    field.closest<HTMLElement>('[data-part]')?.dataset.part ?? '',
    field,
  ]);

const given = (field: Field): string => (isTicked(field) && !field.checked ? '' : field.value);

function give(field: Field, value: string): void {
  if (isTicked(field)) field.checked = value !== '';
  else field.value = value;
}

/** What was kept, part by part; nothing where that is not what was written. */
function readKept(written: string | null): Map<string, string> {
  try {
    const kept: unknown = JSON.parse(written ?? '{}');
    return new Map(Object.entries(kept ?? {}).filter(([, value]) => typeof value === 'string'));
  } catch (error) {
    // Someone else wrote there: it begins anew.
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

export interface HalfGiven {
  keep(): void;
  forget(): void;
}

/** Keeps what is chosen and typed and not yet checked in the learner's browser, and brings it back when she comes again. */
export function halfGiven(form: HTMLFormElement, blockId: string, signal: AbortSignal): HalfGiven {
  const key = ownKey('answer', blockId);
  const kept = readKept(withStorage((storage) => storage.getItem(key)));
  if (kept.size > 0) {
    for (const [part, field] of fieldsOf(form)) give(field, kept.get(part) ?? '');
    form.dispatchEvent(new Event('change', { bubbles: true }));
  }
  const forget = () => {
    withStorage((storage) => storage.removeItem(key));
  };
  const keep = () => {
    const now = fieldsOf(form).flatMap(([part, field]) => (given(field) === '' ? [] : [[part, given(field)]]));
    if (now.length === 0) forget();
    else withStorage((storage) => storage.setItem(key, JSON.stringify(Object.fromEntries(now))));
  };
  for (const name of ['change', 'input']) form.addEventListener(name, keep, { signal });
  return { keep, forget };
}
