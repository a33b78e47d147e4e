import type { Focus } from './keys.ts';

/** What kind of thing has the focus, as far as keys are concerned. A dialog or a menu keeps all of its own. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"]')) return 'field';
  if (target.dataset.keys === 'room') return 'elsewhere';
  if (target instanceof HTMLInputElement && (target.type === 'range' || target.type === 'radio')) return 'mover';
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return 'button';
  if (target.matches('input, textarea, select')) return 'field';
  if (target.matches('[role="slider"], [role="tab"], [role="radio"]')) return 'mover';
  return target.closest('button, a, summary') ? 'button' : 'elsewhere';
}
