import { readFault } from '../../../shared/contract/faults.ts';

/** A file on its way into the workspace. `sent` and `bytes` count its bytes. */
export interface Upload {
  id: string;
  name: string;
  bytes: number;
  sent: number;
  /** Why it did not arrive, or null while it is on its way. */
  error: unknown;
}

export interface Uploads {
  all: () => readonly Upload[];
  subscribe: (listener: () => void) => () => void;
  add: (files: Iterable<File>) => void;
  /** Stops one that is on its way, or takes away the sentence of one that failed. */
  dismiss: (id: string) => void;
  /** Called whenever a file has arrived. */
  onArrived: (listener: () => void) => () => void;
}

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

/** Sends files one after the other. XMLHttpRequest, because fetch cannot tell how much was sent; the browser reads from disk. */
export function createUploads(): Uploads {
  let uploads: readonly Upload[] = [];
  const waiting: { id: string; file: File }[] = [];
  const listeners = new Set<() => void>();
  const arrivals = new Set<() => void>();
  let current: { id: string; request: XMLHttpRequest } | null = null;

  const set = (next: readonly Upload[]) => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const update = (id: string, change: Partial<Upload>) =>
    set(uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  const remove = (id: string) => set(uploads.filter((upload) => upload.id !== id));

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
    const failed = () => update(id, { error: readFault(answerOf(request)) ?? new Error('no answer') });
    request.upload.onprogress = ({ loaded }) => update(id, { sent: Math.min(loaded, file.size) });
    request.onload = over(() => {
      if (request.status >= 300) return failed();
      remove(id);
      for (const arrived of arrivals) arrived();
    });
    request.onerror = over(failed);
    request.onabort = over(() => remove(id));
    request.open('POST', `/imports?name=${encodeURIComponent(file.name)}`);
    request.send(file);
  };

  return {
    all: () => uploads,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files) {
      const added = [...files].map((file) => ({ id: crypto.randomUUID(), file }));
      waiting.push(...added);
      set([...uploads, ...added.map(({ id, file }) => ({ id, name: file.name, bytes: file.size, sent: 0, error: null }))]);
      next();
    },
    dismiss(id) {
      if (current?.id === id) return current.request.abort();
      const index = waiting.findIndex((each) => each.id === id);
      if (index >= 0) waiting.splice(index, 1);
      remove(id);
    },
    onArrived(listener) {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
  };
}

/** One list for the whole program: an import goes on while the author is on another page. */
export const uploads = createUploads();
