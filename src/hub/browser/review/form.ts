import type { Anchor } from '../../../shared/model/review/anchor.ts';

/** The row of a review that an element stands in: a part of the module with its margin. */
export const rowOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('.review-block') ?? null;
};

export const blockIn = (row: HTMLElement): string => row.querySelector<HTMLInputElement>('.say input[name=block]')?.value ?? '';

/** Says in a comment's form what it speaks of, for the reader and for the hub. Null: of the part as a whole. */
export function speakOf(form: HTMLFormElement, anchor: Anchor | null, words: string): void {
  let field = form.querySelector<HTMLInputElement>('input[name=anchor]');
  if (!field) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'anchor';
    form.append(field);
  }
  field.value = anchor ? JSON.stringify(anchor) : '';
  const said = form.querySelector<HTMLElement>('[data-spoken-of]');
  if (said) {
    said.hidden = !anchor;
    said.textContent = words;
  }
  // Nobody typed it, and it is a change like any other.
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A button of a form that sends nothing. */
export function tool(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}

/** Where a form's tools stand, made once; null where they are there already. */
export function toolsOf(form: HTMLFormElement): HTMLElement | null {
  if (form.querySelector('.say-tools')) return null;
  const tools = document.createElement('div');
  tools.className = 'say-tools actions';
  form.querySelector('[data-spoken-of]')?.after(tools);
  return tools;
}
