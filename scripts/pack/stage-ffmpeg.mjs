import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from '../lib/root.mjs';
import { Refusal, say } from '../lib/say.mjs';

const packages = createRequire(inRoot('package.json'));
const extension = process.platform === 'win32' ? '.exe' : '';

/**
 * The executable that an npm package brings, or null where it brought none.
 * @param {string} name
 * @returns {string | null}
 */
function fromPackage(name) {
  try {
    const exported = packages(name);
    const path = typeof exported === 'string' ? exported : exported?.path;
    return typeof path === 'string' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/**
 * Lays the ffmpeg that travels with the program into out/ffmpeg. `SHOWHOW_PACKAGE_FFMPEG=stand-in` accepts the old one
 * from the packages, for a build that is tried and not given to anyone.
 */
export function stageFfmpeg() {
  const modern = fromPackage('ffmpeg-static');
  const standIn = process.env.SHOWHOW_PACKAGE_FFMPEG === 'stand-in';
  const ffmpeg = modern ?? (standIn ? fromPackage('@ffmpeg-installer/ffmpeg') : null);
  const ffprobe = fromPackage('@ffprobe-installer/ffprobe');
  if (!ffmpeg || !ffprobe) {
    throw new Refusal(
      'There is no ffmpeg to package: ffmpeg-static could not be downloaded when the packages were installed. ' +
        'Run `npm ci` where GitHub can be reached, or set SHOWHOW_PACKAGE_FFMPEG=stand-in for a build that is only tried.',
    );
  }
  if (!modern) say('Packaging an ffmpeg of 2018 as a stand-in: do not give this build to anyone.');
  const folder = inRoot('out', 'ffmpeg');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries({ ffmpeg, ffprobe })) {
    copyFileSync(path, join(folder, `${name}${extension}`));
    chmodSync(join(folder, `${name}${extension}`), 0o755);
  }
}
