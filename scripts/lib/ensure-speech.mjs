import { aptInstall } from './apt.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** What the tests of the aligner need: a voice, and PocketSphinx with its model, which is a package of its own. */
const needed = [
  { packages: ['espeak-ng'], program: ['espeak-ng', '--version'] },
  { packages: ['pocketsphinx', 'pocketsphinx-en-us'], program: ['pocketsphinx_batch'] },
];

const isThere = async (/** @type {string[]} */ [program = '', ...args]) => (await run(program, args)).code !== 127;

/** Never fails: where they cannot be had, the tests that need them are skipped and say what they need. */
export async function ensureSpeech() {
  for (const { packages, program } of needed) {
    if (await isThere(program)) continue;
    for (const name of packages) await aptInstall(name);
    if (!(await isThere(program))) say(`There is no ${program[0]} here: the tests that align spoken words with a script are skipped.`);
  }
}
