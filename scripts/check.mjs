// `npm run check`: types per runtime, format and lint, import rules, unit tests. All of it, then one verdict.
import { runChecks, staticChecks, unitTests } from './lib/checks.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const node = await ensureNode();
  await ensurePackages(node);
  const { failed } = await runChecks(node, [...staticChecks, unitTests]);
  if (failed > 0) process.exitCode = 1;
});
