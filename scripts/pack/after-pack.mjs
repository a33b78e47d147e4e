// electron-builder calls this when a program is laid out. A build without ffmpeg would succeed in silence and fail at the first cut.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** No real ffmpeg is smaller, in bytes. */
const smallest = 5_000_000;

/** @param {string} path */
function assertProgram(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || found.size < smallest) {
    throw new Error(`${path} is not there. A packaged Showhow needs its own ffmpeg and ffprobe: build it with \`npm run package\`.`);
  }
}

/**
 * Only the binary of this target may come along: another one is dead weight, and none is a program that does not start.
 * @param {string} folder
 */
function assertOneBinary(folder) {
  const binaries = readdirSync(folder);
  if (binaries.length !== 1) throw new Error(`${folder} holds ${binaries.length} binaries; exactly one is wanted.`);
}

/**
 * Without engine, model or what they load, the privacy search would refuse on the first machine that has no packages beside it.
 * @param {string} folder
 */
function assertReader(folder) {
  const needed = [
    'tesseract.js/src/worker-script/node/index.js',
    ...['lstm', 'simd-lstm', 'relaxedsimd-lstm'].flatMap((core) => [
      `tesseract.js-core/tesseract-core-${core}.js`,
      `tesseract.js-core/tesseract-core-${core}.wasm`,
    ]),
    '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
    ...['bmp-js', 'is-url', 'regenerator-runtime', 'wasm-feature-detect'].map((name) => `${name}/package.json`),
  ];
  for (const file of needed) {
    if (!statSync(join(folder, file), { throwIfNoEntry: false }))
      throw new Error(`${join(folder, file)} is not there: pictures could not be read.`);
  }
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const extension = electronPlatformName === 'win32' ? '.exe' : '';
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  for (const name of ['ffmpeg', 'ffprobe']) assertProgram(join(resources, 'ffmpeg', `${name}${extension}`));
  assertOneBinary(join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds'));
  assertReader(join(resources, 'app.asar.unpacked', 'node_modules'));
}
