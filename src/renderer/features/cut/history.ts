/** A state of a document with the words for what led to it. Changes of one group are one step. */
export interface Step<T> {
  state: T;
  label: string;
  group: string | null;
}

export interface History<T> {
  past: readonly Step<T>[];
  present: Step<T>;
  future: readonly Step<T>[];
}

export type HistoryAction<T> =
  | { type: 'change'; state: T; label: string; group?: string }
  /** Ends a group: the next change is a step of its own. */
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Another document: nothing of the old one can be brought back. */
  | { type: 'reset'; state: T };

const mostSteps = 500;

export function startHistory<T>(state: T): History<T> {
  return { past: [], present: { state, label: '', group: null }, future: [] };
}

function change<T>(history: History<T>, step: Step<T>): History<T> {
  const goesOn = step.group !== null && step.group === history.present.group;
  if (goesOn) return { past: history.past, present: step, future: [] };
  return { past: [...history.past, history.present].slice(-mostSteps), present: step, future: [] };
}

function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  return { past: history.past.slice(0, -1), present: { ...last, group: null }, future: [history.present, ...history.future] };
}

function redo<T>(history: History<T>): History<T> {
  const [next, ...later] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: { ...next, group: null }, future: later };
}

export function historyReducer<T>(history: History<T>, action: HistoryAction<T>): History<T> {
  switch (action.type) {
    case 'change':
      if (action.state === history.present.state) return history;
      return change(history, { state: action.state, label: action.label, group: action.group ?? null });
    case 'settle':
      return history.present.group === null ? history : { ...history, present: { ...history.present, group: null } };
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'reset':
      return startHistory(action.state);
  }
}

/** What undo and redo would do, in the words of the change, or null where there is nothing. */
export const undoLabel = <T>(history: History<T>): string | null => (history.past.length > 0 ? history.present.label : null);
export const redoLabel = <T>(history: History<T>): string | null => history.future[0]?.label ?? null;
