// `npm run package`: the program as a folder under dist/. With `-- --installer`, the installers of this platform.
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureElectron, findElectron } from './lib/ensure-electron.mjs';
import { ensureNode, withNode } from './lib/ensure-node.mjs';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { inRoot, root } from './lib/root.mjs';
import { run, tail } from './lib/run.mjs';
import { main, Refusal, say } from './lib/say.mjs';
import { stageFfmpeg } from './pack/stage-ffmpeg.mjs';
import { standInElectron } from './pack/stand-in-electron.mjs';

await main(async () => {
  const installer = process.argv.includes('--installer');
  const node = await ensureNode();
  await ensurePackages(node);
  await ensureBuild(node);
  stageFfmpeg();
  await ensureElectron(node);
  const standIn = findElectron() ? null : standInElectron();
  if (standIn && installer)
    throw new Refusal('Installers need the real Electron. Run `npx install-electron` where GitHub can be reached, and start again.');
  if (standIn) say('Electron is not here: packaging around a stand-in that cannot run.');
  const args = [inRoot('node_modules', 'electron-builder', 'cli.js'), ...(installer ? [] : ['--dir']), '--publish', 'never'];
  const { code, output } = await run(node, [...args, ...(standIn ? [`-c.electronDist=${standIn}`] : [])], {
    cwd: root,
    env: withNode(node),
  });
  if (code !== 0) throw new Refusal('The program could not be packaged. The reason stands above.', tail(output));
  say('Packaged into dist/.');
});
