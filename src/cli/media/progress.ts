import { Fault } from '../../shared/contract/faults.ts';

/** A line on the terminal that says how far it is; nothing where no one watches. */
export function progressLine(label: string): { show(progress: number): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  return {
    show: (progress) => stderr.write(`\r${label} ${Math.round(progress * 100)} % `),
    end: () => stderr.write('\r\u001b[K'),
  };
}

/**
 * Fires on Ctrl-C and when the process is asked to end, so that ffmpeg ends with it and nothing half is left. The listeners
 * stay, as in `ended.ts`.
 */
export function interruption(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort(new Fault('CANCELLED', {})));
  return abort.signal;
}
