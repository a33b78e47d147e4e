import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program without a shell, for at most `seconds`. A program that ends with an error is an answer, not an exception. */
export async function ran(
  program: string,
  args: string[],
  { seconds = 30, signal }: { seconds?: number; signal?: AbortSignal } = {},
): Promise<Ran> {
  signal?.throwIfAborted();
  const running = run(program, args, { timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024, windowsHide: true });
  // Not by `execFile`'s own signal, which does not wait until the program is gone.
  const stop = () => running.child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const { stdout, stderr } = await running;
    signal?.throwIfAborted();
    return { code: 0, stdout, stderr };
  } catch (error) {
    signal?.throwIfAborted();
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: unknown; stderr?: unknown };
    return { code: typeof code === 'number' ? code : -1, stdout: String(stdout ?? ''), stderr: String(stderr ?? '') };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
