import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../../../shared/contract/faults.ts';
import type { Span } from '../../../../shared/model/captions/captions.ts';
import { ran } from '../../../media/process.ts';
import type { EngineWatch } from '../engine.ts';
import type { Grammar } from './grammar.ts';
import { readHypothesis } from './hypothesis.ts';

/** A PocketSphinx that runs, with a model for it. */
export interface Aligner {
  program: string;
  /** Folder of the acoustic model. */
  acoustic: string;
  /** File of the dictionary. */
  dictionary: string;
  language: string;
  /** Older ones drop silence before they look, and would lose count of time; newer ones know no such option. */
  dropsSilence: boolean;
}

/** Narrower and the search loses its way where something is said that is not in the script. */
const beams = ['-beam', '1e-80', '-pbeam', '1e-80', '-wbeam', '1e-60'];

/** Looking at a stretch of sound takes far less time than the stretch itself; more than this means that it hangs. Seconds. */
const bound = 300;

/** Looks for the words of a grammar in `NAME.wav` of a folder. */
export async function search(
  aligner: Aligner,
  folder: string,
  name: string,
  grammar: Grammar,
  { signal }: EngineWatch,
): Promise<(Span & { name: string })[]> {
  const file = (extension: string) => join(folder, `${name}.${extension}`);
  await Promise.all([
    writeFile(file('fsg'), grammar.fsg),
    writeFile(file('dict'), grammar.dictionary),
    writeFile(file('ctl'), `${name}\n`),
  ]);
  const sound = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.wav', '-ctl', file('ctl'), '-cmn', 'batch'];
  const words = ['-hmm', aligner.acoustic, '-dict', file('dict'), '-fsg', file('fsg'), '-hypseg', file('seg'), '-bestpath', 'no'];
  const options = [...sound, ...words, ...beams, ...(aligner.dropsSilence ? ['-remove_silence', 'no'] : [])];
  const { code, stderr } = await ran(aligner.program, options, { seconds: bound, ...(signal && { signal }) });
  if (code !== 0) {
    const reason = stderr.split('\n').findLast((line) => /FATAL|ERROR/.test(line)) ?? `it ended with ${code}`;
    throw new Fault('ENGINE_FAILED', { engine: 'PocketSphinx', detail: reason.slice(0, 300) });
  }
  return readHypothesis(await readFile(file('seg'), 'utf8'));
}
