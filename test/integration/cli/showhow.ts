import { Command } from 'commander';
import { vi } from 'vitest';
import { runProgram } from '../../../src/cli/output.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as the program does; what it wrote, and its exit code. */
export async function runShowhow(commands: readonly ((program: Command) => void)[], args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const into = (kind: keyof typeof said) => (text: string | Uint8Array) => {
    said[kind] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  try {
    const program = new Command('showhow').exitOverride();
    for (const add of commands) add(program);
    program.configureOutput({ writeErr: (text) => process.stderr.write(text) });
    const code = await runProgram(program, ['node', 'showhow', ...args]);
    return { code, ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
