import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CaptionTools, ToolState } from '../../../../shared/contract/captions.ts';
import { ran } from '../../../media/process.ts';
import { isNamed, onPath } from '../programs.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import type { Aligner } from './pocketsphinx.ts';

const program = 'pocketsphinx_batch';

/** Where the packages of Debian, of others and of Homebrew put the English model. */
const places = ['/usr/share', '/usr/local/share', '/opt/homebrew/share'].map((folder) => join(folder, 'pocketsphinx', 'model', 'en-us'));

/** What the folder of a model holds: the acoustic model in a folder of its own or beside the dictionary. */
async function modelIn(folder: string): Promise<Pick<Aligner, 'acoustic' | 'dictionary' | 'language'> | null> {
  const files = await readdir(folder).catch(() => []);
  const dictionary = files.find((name) => /\.(dict|dic)$/.test(name));
  const acoustic = ['', ...files].map((name) => join(folder, name)).find((place) => existsSync(join(place, 'mdef')));
  if (!dictionary || !acoustic) return null;
  const language = /^[a-z]{2}(?=[-_]|$)/i.exec(basename(folder))?.[0].toLowerCase() ?? 'en';
  return { acoustic, dictionary: join(folder, dictionary), language };
}

/** Answers what it can do where it is a PocketSphinx, null otherwise. */
async function abilities(file: string): Promise<{ dropsSilence: boolean } | null> {
  const { stdout, stderr } = await ran(file, [], { seconds: 10 });
  const said = stdout + stderr;
  return said.includes('-hypseg') && said.includes('-fsg') ? { dropsSilence: said.includes('-remove_silence') } : null;
}

export type FoundAligner =
  | { state: Extract<ToolState, { ready: true }>; aligner: Aligner }
  | { state: Extract<ToolState, { ready: false }> };

const trouble = (what: Extract<ToolState, { ready: false }>['trouble']): FoundAligner => ({ state: { ready: false, trouble: what } });

/** The aligner that was chosen, else one that is installed. */
export async function locateAligner(
  chosen: CaptionTools['aligner'],
  { environment = process.env, folders = places }: { environment?: NodeJS.ProcessEnv; folders?: readonly string[] } = {},
): Promise<FoundAligner> {
  const file = chosen.program || onPath(program, environment)[0];
  if (!file) return trouble('none');
  if (!existsSync(file)) return trouble('program-missing');
  const can = isNamed(file, /^pocketsphinx/) ? await abilities(file) : null;
  if (!can) return trouble('program-wrong');
  const candidates = chosen.model ? [chosen.model] : folders;
  for (const folder of candidates) {
    const model = await modelIn(folder);
    if (!model) continue;
    return {
      state: { ready: true, program: file, model: folder, language: model.language },
      aligner: { program: file, ...model, ...can },
    };
  }
  return trouble(chosen.model && existsSync(chosen.model) ? 'model-wrong' : 'model-missing');
}

let last: { file: string; dictionary: Promise<Dictionary> } | null = null;

/** The dictionary of an aligner; the last one read is kept, because it takes a moment. */
export function dictionaryOf({ dictionary: file }: Aligner): Promise<Dictionary> {
  if (last?.file !== file) last = { file, dictionary: readFile(file, 'utf8').then(readDictionary) };
  return last.dictionary;
}
