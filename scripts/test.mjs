// `npm test`: brings what the tests need, then types, lint, import rules, unit, integration and browser tests.
// `npm test -- --only unit` (checks, unit, integration, e2e) runs one kind; what follows goes to its runner.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { runChecks, staticChecks } from './lib/checks.mjs';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureFfmpeg } from './lib/ensure-ffmpeg.mjs';
import { ensureNode, withNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { ensureSpeech } from './lib/ensure-speech.mjs';
import { closing, readPlaywright, readVitest, tallyOf } from './lib/reports.mjs';
import { inRoot, root } from './lib/root.mjs';
import { main, Refusal } from './lib/say.mjs';

/** @typedef {import('./lib/reports.mjs').Tally} Tally */

const reportOf = (/** @type {string} */ kind) => inRoot('out', 'test', `${kind}.json`);

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function runner(node, args, env = {}) {
  const [script = '', ...rest] = args;
  return spawnSync(node, [inRoot('node_modules', script), ...rest], { cwd: root, env: { ...withNode(node), ...env }, stdio: 'inherit' });
}

/**
 * @param {string} node
 * @param {'unit' | 'integration'} kind
 * @param {string[]} args
 * @returns {Tally}
 */
function vitest(node, kind, args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(kind)}`];
  const { status } = runner(node, ['vitest/vitest.mjs', 'run', '--project', kind, ...reporters, ...args]);
  return tallyOf(kind, reportOf(kind), status ?? 1, readVitest);
}

/**
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
async function playwright(node, args) {
  const env = { SHOWHOW_CHROMIUM: await ensureChromium(node), PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') };
  const { status } = runner(node, ['@playwright/test/cli.js', 'test', '--reporter=list,json', ...args], env);
  return tallyOf('e2e', reportOf('e2e'), status ?? 1, readPlaywright);
}

/** @type {Record<string, (node: string, args: string[]) => Promise<Tally> | Tally>} */
const kinds = {
  checks: async (node) => ({ kind: 'checks', ...(await runChecks(node, staticChecks)), skipped: 0 }),
  unit: (node, args) => vitest(node, 'unit', args),
  integration: (node, args) => vitest(node, 'integration', args),
  e2e: playwright,
};

await main(async () => {
  const [flag, only, ...args] = process.argv.slice(2);
  if (flag !== undefined && (flag !== '--only' || !only || !(only in kinds))) {
    throw new Refusal(`Say \`npm test\`, or \`npm test -- --only KIND\` with one of ${Object.keys(kinds).join(', ')}.`);
  }
  rmSync(inRoot('out', 'test'), { recursive: true, force: true });
  const node = await ensureNode();
  await ensurePackages(node);
  await ensureFfmpeg();
  if (!only || only === 'integration') await ensureSpeech();
  await ensureBuild(node);
  mkdirSync(inRoot('out', 'test'), { recursive: true });
  /** @type {Tally[]} */
  const tallies = [];
  for (const [kind, test] of Object.entries(kinds)) {
    if (!only || kind === only) tallies.push(await test(node, args));
  }
  const words = closing(tallies);
  writeFileSync(inRoot('out', 'test', 'summary.txt'), `${words}\n`);
  console.log(`\n${words}`);
  if (tallies.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
