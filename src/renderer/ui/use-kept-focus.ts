import { type RefObject, useEffect } from 'react';

const reachable = 'button, input, textarea, select, summary, a[href], [tabindex="0"]';
const isFree = (element: Element): boolean => !element.matches(':disabled, [hidden], [hidden] *');
const within = (element: Element): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(reachable)];

/** Where the keyboard is: which control of which row, or of what it stands in directly, and everything around it from the inside out. */
interface Held {
  element: Element;
  row: number;
  control: number;
  around: Element[];
}

function holdOf(element: Element, area: Element): Held {
  const around: Element[] = [];
  for (let each = element.parentElement; each && area.contains(each); each = each.parentElement) around.push(each);
  const row = element.closest('li');
  if (!row || !area.contains(row)) {
    const beside = around[0] ? within(around[0]) : [];
    return { element, row: -1, control: beside.indexOf(element as HTMLElement), around };
  }
  const list = row.parentElement;
  const outside = around.slice(around.indexOf(row) + 1);
  return { element, row: [...(list?.children ?? [])].indexOf(row), control: within(row).indexOf(element as HTMLElement), around: outside };
}

/** The control of that number, or the one before it that can be reached; else the first. */
const nearest = (controls: readonly HTMLElement[], number: number): HTMLElement | undefined =>
  controls.slice(0, number + 1).findLast(isFree) ?? controls.find(isFree);

/** The first control that stands behind an element, beside it. */
function behind(element: Element): HTMLElement | undefined {
  for (let each = element.nextElementSibling; each; each = each.nextElementSibling) {
    const found = each instanceof HTMLElement && each.matches(reachable) ? [each, ...within(each)] : within(each);
    const free = found.find(isFree);
    if (free) return free;
  }
  return undefined;
}

/**
 * The same control of the row that stands there now, or of the last one; of a list without rows what stands behind it, as the button
 * that adds one. Outside of rows the control that stands in its place. Else the first that can be reached, from the inside out.
 */
function nextTo({ row, control, around }: Held): HTMLElement | undefined {
  const [list] = around;
  if (list?.isConnected) {
    const there = row < 0 ? list : (list.children[row] ?? list.lastElementChild);
    const found = there ? nearest(within(there), control) : behind(list);
    if (found) return found;
  }
  for (const each of around) {
    const found = each.isConnected ? within(each).find(isFree) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * Keeps the keyboard in an area where what has the focus may go, because it was pressed: a row that is taken away, a button that
 * can do no more. Without it the focus falls to the page, and one begins again at its top. An area that can have the focus itself
 * (`tabIndex={-1}`) takes it where nothing in it can.
 */
export function useKeptFocus(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let held: Held | null = null;
    const hold = ({ target }: FocusEvent) => {
      held = target instanceof Element ? holdOf(target, element) : null;
    };
    const leave = ({ target }: FocusEvent) => {
      // What is taken away loses the focus as well; that is known only when it is gone. Where a script moved it, it is held anew by then.
      queueMicrotask(() => {
        if (!(target instanceof Element) || held?.element !== target) return;
        if (target.isConnected && isFree(target) && document.activeElement !== target) held = null;
      });
    };
    const look = () => {
      if (!held || !element.isConnected) return;
      if (held.element.isConnected && isFree(held.element)) {
        held = holdOf(held.element, element);
        return;
      }
      const { activeElement } = document;
      // It falls to the page, or to a text that can be written in and has the area in it.
      if (!activeElement || activeElement === held.element || activeElement.contains(element)) (nextTo(held) ?? element).focus();
      else held = null;
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] });
    element.addEventListener('focusin', hold);
    element.addEventListener('focusout', leave);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', hold);
      element.removeEventListener('focusout', leave);
    };
  }, [area]);
}
