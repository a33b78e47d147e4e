// `npm run soak`: records for half an hour with all four tracks, and kills recordings at ten random moments. Not part of the tests,
// because it takes most of an hour. `-- --minutes N` and `-- --kills N` make it shorter, `-- --only record|kills` does one of both.
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
  runScript(node, 'test/soak/run.ts', { SHOWHOW_CHROMIUM: await ensureChromium(node) });
});
