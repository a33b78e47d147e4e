// `npm run bench`: measures the built program, prints a table and writes out/bench.json. `-- --only NAME` measures one thing.
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureFfmpeg } from './lib/ensure-ffmpeg.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { runScript } from './lib/run-script.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const node = await ensureNode();
  await ensurePackages(node);
  await ensureFfmpeg();
  await ensureBuild(node);
  runScript(node, 'test/bench/run.ts', { SHOWHOW_CHROMIUM: await ensureChromium(node) });
});
