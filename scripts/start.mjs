// `npm start`: brings what is missing, builds what is old, and opens the studio.
// Options after `--`: --workspace DIR, --port N, --no-open, --json.
import { resolve } from 'node:path';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureElectron, findElectron, hasDisplay } from './lib/ensure-electron.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { foreground, runShowhow } from './lib/launch.mjs';
import { endWithNpm } from './lib/parent.mjs';
import { inRoot, root } from './lib/root.mjs';
import { main } from './lib/say.mjs';

/**
 * npm changes into the program's folder; a path was meant from where it was typed.
 * @param {string[]} args
 */
const fromWhereTyped = (args) =>
  args.map((arg, index) => {
    const from = process.env.INIT_CWD ?? process.cwd();
    if (args[index - 1] === '--workspace') return resolve(from, arg);
    return arg.startsWith('--workspace=') ? `--workspace=${resolve(from, arg.slice('--workspace='.length))}` : arg;
  });

await main(async () => {
  const args = fromWhereTyped(process.argv.slice(2));
  // A port is only there in the browser: who names one wants that.
  const inBrowser = args.some((arg) => arg === '--no-open' || arg.startsWith('--port')) || !hasDisplay();
  endWithNpm();
  const node = await ensureNode();
  await ensurePackages(node);
  if (!inBrowser) await ensureElectron(node);
  await ensureBuild(node);
  const electron = inBrowser ? null : findElectron();
  if (electron) await foreground(electron, [root, ...args], { ...process.env, SHOWHOW_ROOT: inRoot() });
  else await runShowhow(node, ['studio', ...args]);
});
