import { readFault } from '../../shared/contract/faults.ts';
import { callHeader } from '../../shared/contract/shell.ts';
import { shell } from './shell.ts';

/** A file on its way into the workspace, and how far it is. */
export interface Sent<Step> {
  id: string;
  name: string;
  bytes: number;
  step: Step;
}

interface Way<Step> {
  /** Where the studio takes such files. */
  address: string;
  /** While `sent` of its bytes are there. */
  sending(sent: number): Step;
  /** When all bytes are there and the answer is not. */
  waiting?(): Step;
  /** What the studio's answer leads to; null where nothing more is to be said. */
  answered(answer: unknown): Step | null;
  refused(error: unknown): Step;
}

export interface Sending<Step> {
  all: () => readonly Sent<Step>[];
  subscribe: (listener: () => void) => () => void;
  add: (files: Iterable<File>) => void;
  change: (id: string, step: Step) => void;
  /** Stops one that is on its way; takes away one that is over. */
  dismiss: (id: string) => void;
}

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

const unanswered = () => new Error('no answer');

/** Sends files one after the other. XMLHttpRequest, because fetch cannot tell how much was sent; the browser reads from disk. */
export function createSending<Step>({ address, sending, waiting, answered, refused }: Way<Step>): Sending<Step> {
  let all: readonly Sent<Step>[] = [];
  const queue: { id: string; file: File }[] = [];
  const listeners = new Set<() => void>();
  let current: { id: string; request: XMLHttpRequest } | null = null;

  const set = (next: readonly Sent<Step>[]) => {
    all = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, step: Step) => set(all.map((one) => (one.id === id ? { ...one, step } : one)));
  const remove = (id: string) => set(all.filter((one) => one.id !== id));

  const settle = (id: string, request: XMLHttpRequest) => {
    const answer = answerOf(request);
    const step = request.status >= 300 ? refused(readFault(answer) ?? unanswered()) : answered(answer);
    if (step === null) remove(id);
    else change(id, step);
  };

  const next = () => {
    const first = current ? undefined : queue.shift();
    if (!first) return;
    const { id, file } = first;
    const request = new XMLHttpRequest();
    current = { id, request };
    const over = (what: () => void) => () => {
      current = null;
      what();
      next();
    };
    request.upload.onprogress = ({ loaded }) => change(id, sending(Math.min(loaded, file.size)));
    if (waiting) request.upload.onload = () => change(id, waiting());
    request.onload = over(() => settle(id, request));
    request.onerror = over(() => change(id, refused(unanswered())));
    request.onabort = over(() => {
      shell?.giveUp(id);
      remove(id);
    });
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`);
    if (shell) request.setRequestHeader(callHeader, id);
    request.send(file);
  };

  return {
    all: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files) {
      const added = [...files].map((file) => ({ id: crypto.randomUUID(), file }));
      queue.push(...added);
      set([...all, ...added.map(({ id, file }) => ({ id, name: file.name, bytes: file.size, step: sending(0) }))]);
      next();
    },
    change,
    dismiss(id) {
      if (current?.id === id) return current.request.abort();
      const index = queue.findIndex((each) => each.id === id);
      if (index >= 0) queue.splice(index, 1);
      remove(id);
    },
  };
}
