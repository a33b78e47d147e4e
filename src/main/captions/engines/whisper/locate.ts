import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { CaptionTools, ToolState, ToolTrouble } from '../../../../shared/contract/captions.ts';
import { ran } from '../../../media/process.ts';
import { isNamed, onPath } from '../programs.ts';

/** Names under which whisper.cpp is installed, newest first. */
const names = ['whisper-cli', 'whisper-cpp', 'whisper.cpp'];
const named = /^(whisper|main(\.exe)?$)/i;

/** A model begins with the sign of ggml, in either order of bytes, or of its successor. */
const signs = ['lmgg', 'ggml', 'GGUF'];

/** It says in its help that it can write words with their times. */
async function isWhisper(file: string): Promise<boolean> {
  if (!isNamed(file, named)) return false;
  const { stdout, stderr } = await ran(file, ['--help'], { seconds: 15 });
  const help = stdout + stderr;
  return help.includes('--output-json-full') && help.includes('--print-progress');
}

async function isModel(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return false;
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return signs.includes(head.toString('latin1'));
  } finally {
    await handle.close();
  }
}

/** The whisper that was chosen, or one that is installed, with the model that was chosen. It is run once, to be sure. */
export async function locateWhisper(chosen: CaptionTools['whisper'], environment: NodeJS.ProcessEnv = process.env): Promise<ToolState> {
  const trouble = (what: ToolTrouble): ToolState => ({ ready: false, trouble: what });
  const program = chosen.program || names.flatMap((name) => onPath(name, environment))[0];
  if (!program) return trouble('none');
  if (!existsSync(program)) return trouble('program-missing');
  if (!(await isWhisper(program))) return trouble('program-wrong');
  if (!chosen.model || !existsSync(chosen.model)) return trouble('model-missing');
  if (!(await isModel(chosen.model))) return trouble('model-wrong');
  return { ready: true, program, model: chosen.model, language: null };
}
