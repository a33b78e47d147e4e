import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Fault } from '../../../../shared/contract/faults.ts';
import { Language } from '../../../../shared/model/captions/captions.ts';
import type { EngineWatch, Listening, Spoken } from '../engine.ts';
import { readOutput, readProgress } from './output.ts';

/** After a polite end it gets this long, in milliseconds. */
const grace = 2000;
const keptLines = 40;

async function run(program: string, options: string[], { signal, progress }: EngineWatch): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => {
    const share = readProgress(line);
    if (share !== null) return progress?.(share);
    lines.push(line.slice(0, 500));
    if (lines.length > keptLines) lines.shift();
  });
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    late ??= setTimeout(() => child.kill('SIGKILL'), grace);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [code] = await once(child, 'close');
    signal?.throwIfAborted();
    if (code === 0) return;
    const reason = lines.findLast((line) => /error|failed|fatal/i.test(line)) ?? lines.at(-1) ?? `it ended with ${code}`;
    throw new Fault('ENGINE_FAILED', { engine: 'Whisper', detail: reason.slice(0, 300) });
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', stop);
  }
}

/** Lets a whisper.cpp program write down what is said. `language` may be `auto`. */
export async function listen(
  { program, model }: { program: string; model: string },
  { wave, folder }: Listening,
  language: string,
  watch: EngineWatch,
): Promise<Spoken> {
  const target = join(folder, 'heard');
  const spoken = language === 'auto' ? 'auto' : (language.split('-')[0] ?? 'auto');
  const files = ['--model', model, '--file', wave, '--output-file', target];
  await run(program, [...files, '--language', spoken, '--output-json-full', '--print-progress', '--no-prints'], watch);
  const read = readOutput(await readFile(`${target}.json`, 'utf8').catch(() => ''));
  if (!read) throw new Fault('ENGINE_FAILED', { engine: 'Whisper', detail: 'it wrote nothing that can be read' });
  if (read.words.length === 0) throw new Fault('CAPTIONS_NO_SPEECH', {});
  const heard = Language.safeParse(read.language).data ?? 'en';
  return { words: read.words, language: language === 'auto' ? heard : language, origin: { by: 'whisper', model: basename(model) } };
}
