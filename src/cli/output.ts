import { type Command, CommanderError } from 'commander';
import { readFault } from '../shared/contract/faults.ts';
import { sentence } from '../shared/contract/sentences.ts';

/** One JSON document for scripts, or text for people. */
export function say(json: boolean | undefined, document: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(document)}\n` : `${text}\n`);
}

/** Ends a command with 1 that has said its reason already, as its result. */
export class Refused extends Error {}

/** Runs the program, whose commands throw instead of exiting: 0 success, 1 a refusal with its reason, 2 wrong usage. */
export async function runProgram(program: Command, args: string[]): Promise<number> {
  // Commands that exist already do not inherit this from the program.
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync(args);
    return 0;
  } catch (error) {
    if (error instanceof Refused) return 1;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const fault = readFault(error);
    process.stderr.write(
      fault
        ? `${fault.code}: ${sentence(fault)}\n`
        : `UNEXPECTED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 1;
  }
}
