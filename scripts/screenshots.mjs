// `npm run screenshots`: every page of studio and hub, empty and full, light and dark, into docs/screenshots/all (not kept in
// git), and the few that README shows into docs/screenshots.
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureFfmpeg } from './lib/ensure-ffmpeg.mjs';
import { ensureNode, withNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { inRoot, root } from './lib/root.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const node = await ensureNode();
  await ensurePackages(node);
  await ensureFfmpeg();
  await ensureBuild(node);
  const env = { ...withNode(node), SHOWHOW_CHROMIUM: await ensureChromium(node) };
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', '--config', 'test/screenshots/playwright.config.ts', ...process.argv.slice(2)];
  process.exitCode = spawnSync(node, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
});
