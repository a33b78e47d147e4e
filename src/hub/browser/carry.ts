function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(0, first);
  }
  if (!(field instanceof HTMLInputElement)) return false;
  return field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** What a form is shown in: what it folds out of, where it does. */
const shellOf = (form: HTMLFormElement): HTMLElement => form.closest<HTMLDetailsElement>('details.say') ?? form;

const isBegun = (form: HTMLFormElement): boolean => {
  const shell = shellOf(form);
  return (shell instanceof HTMLDetailsElement && shell.open) || [...form.elements].some(isChanged);
};

/** Forms by where they send to; several to one place by their order. */
function named(root: HTMLElement): Map<string, HTMLFormElement> {
  const count = new Map<string, number>();
  return new Map(
    [...root.querySelectorAll('form')].map((form) => {
      const action = form.getAttribute('action') ?? '';
      const nth = count.get(action) ?? 0;
      count.set(action, nth + 1);
      return [`${action} ${nth}`, form];
    }),
  );
}

/**
 * Forms that someone has begun beside the one she sent stay the very same in what comes in place of theirs: with their words, what
 * they speak of, and what is chosen but not sent.
 */
export function carryBegun(stale: HTMLElement, fresh: HTMLElement, sent: HTMLFormElement): void {
  const next = named(fresh);
  for (const [name, form] of named(stale)) {
    const counterpart = next.get(name);
    if (counterpart && form !== sent && isBegun(form)) shellOf(counterpart).replaceWith(shellOf(form));
  }
}
