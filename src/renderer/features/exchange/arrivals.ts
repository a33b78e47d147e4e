import { ImportAnswer, type Imported, type Waiting } from '../../../shared/contract/exchange.ts';
import { readFault } from '../../../shared/contract/faults.ts';

/** Where a document is on its way to becoming a module. */
type Step =
  | { is: 'sending'; sent: number }
  | { is: 'reading' }
  | { is: 'asking'; question: Waiting; busy: boolean; error: unknown }
  | { is: 'there'; report: Imported }
  | { is: 'refused'; error: unknown };

export interface Arrival {
  id: string;
  name: string;
  bytes: number;
  step: Step;
}

export interface Arrivals {
  all: () => readonly Arrival[];
  subscribe: (listener: () => void) => () => void;
  add: (files: Iterable<File>) => void;
  change: (id: string, step: Step) => void;
  /** Stops one that is on its way; takes away one that is over. */
  dismiss: (id: string) => void;
}

export const isOver = ({ step }: Arrival): boolean => step.is === 'there' || step.is === 'refused';

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

/** What the studio answered, as the step that it leads to. */
function stepAfter(request: XMLHttpRequest): Step {
  const answer = answerOf(request);
  if (request.status >= 300) return { is: 'refused', error: readFault(answer) ?? new Error('no answer') };
  const read = ImportAnswer.safeParse(answer);
  if (!read.success) return { is: 'refused', error: read.error };
  return 'waiting' in read.data ? { is: 'asking', question: read.data, busy: false, error: null } : { is: 'there', report: read.data };
}

/** Documents that become modules, one after the other. XMLHttpRequest, because fetch cannot tell how much was sent. */
export function createArrivals(): Arrivals {
  let arrivals: readonly Arrival[] = [];
  const waiting: { id: string; file: File }[] = [];
  const listeners = new Set<() => void>();
  let current: { id: string; request: XMLHttpRequest } | null = null;

  const set = (next: readonly Arrival[]) => {
    arrivals = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, step: Step) => set(arrivals.map((arrival) => (arrival.id === id ? { ...arrival, step } : arrival)));
  const remove = (id: string) => set(arrivals.filter((arrival) => arrival.id !== id));

  const next = () => {
    const first = current ? undefined : waiting.shift();
    if (!first) return;
    const { id, file } = first;
    const request = new XMLHttpRequest();
    current = { id, request };
    const over = (what: () => void) => () => {
      current = null;
      what();
      next();
    };
    request.upload.onprogress = ({ loaded }) => change(id, { is: 'sending', sent: Math.min(loaded, file.size) });
    request.upload.onload = () => change(id, { is: 'reading' });
    request.onload = over(() => change(id, stepAfter(request)));
    request.onerror = over(() => change(id, { is: 'refused', error: new Error('no answer') }));
    request.onabort = over(() => remove(id));
    request.open('POST', `/imports/documents?name=${encodeURIComponent(file.name)}`);
    request.send(file);
  };

  return {
    all: () => arrivals,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files) {
      const added = [...files].map((file) => ({ id: crypto.randomUUID(), file }));
      waiting.push(...added);
      set([
        ...arrivals,
        ...added.map(({ id, file }): Arrival => ({ id, name: file.name, bytes: file.size, step: { is: 'sending', sent: 0 } })),
      ]);
      next();
    },
    change,
    dismiss(id) {
      if (current?.id === id) return current.request.abort();
      const index = waiting.findIndex((each) => each.id === id);
      if (index >= 0) waiting.splice(index, 1);
      remove(id);
    },
  };
}

/** One list for the whole program: a document goes on arriving while the author is on another page. */
export const arrivals = createArrivals();
