// `npm run build`: packages where they are missing, then everything that runs, into out/.
import { build } from './lib/ensure-build.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  const node = await ensureNode();
  await ensurePackages(node);
  await build(node);
  say('Built into out/.');
});
