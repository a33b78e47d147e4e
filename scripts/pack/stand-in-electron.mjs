import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from '../lib/root.mjs';

const packages = createRequire(inRoot('package.json'));
/** The mark by which fuses are found in Electron's binary, then the wire's version, its length, and each fuse ('1' on, '0' off). */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10000001')]);

/**
 * A folder that looks like an unpacked Electron and cannot run: enough for electron-builder to lay out a program and
 * set its fuses on a machine that cannot download the real one.
 * @returns {string} the folder
 */
export function standInElectron() {
  const folder = inRoot('out', 'stand-in-electron');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const words = '#!/bin/sh\necho "This is a stand-in for Electron and cannot run." >&2\nexit 1\n';
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(words), fuseWire]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), packages('electron/package.json').version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'A stand-in.\n');
  return folder;
}
