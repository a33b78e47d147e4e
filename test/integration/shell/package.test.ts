import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';

interface AsarNode {
  files?: Record<string, AsarNode>;
  unpacked?: boolean;
}

/** Paths in an asar archive, from the JSON at its head: four 32-bit numbers, of which the last is the JSON's length. */
function readAsar(path: string): Map<string, AsarNode> {
  const file = openSync(path, 'r');
  const sizes = Buffer.alloc(16);
  readSync(file, sizes, 0, 16, 0);
  const head = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(file, head, 0, head.length, 16);
  closeSync(file);
  const found = new Map<string, AsarNode>();
  const walk = (node: AsarNode, place: string) => {
    for (const [name, child] of Object.entries(node.files ?? {})) {
      if (!child.files) found.set(`${place}${name}`, child);
      walk(child, `${place}${name}/`);
    }
  };
  walk(JSON.parse(head.toString()), '');
  return found;
}

/** The states of Electron's fuses in a binary, in the order Electron gives them. */
function readFuses(path: string): string {
  const binary = readFileSync(path);
  const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const wire = binary.subarray(binary.indexOf(mark) + mark.length);
  return wire.subarray(2, 2 + (wire[1] ?? 0)).toString();
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packaged program', () => {
  const folder = 'dist/linux-unpacked';

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/package.mjs'], {
      stdio: 'pipe',
      env: { ...process.env, SHOWHOW_ELECTRON: 'skip', SHOWHOW_PACKAGE_FFMPEG: 'stand-in' },
    });
  });

  test('holds what runs, and of the packages only the native one for this machine and the reader of pictures', () => {
    const files = readAsar(`${folder}/resources/app.asar`);
    for (const file of ['out/main/electron.js', 'out/main/showhow.js', 'out/preload/preload.cjs', 'out/renderer/index.html'])
      expect(files.has(file), file).toBe(true);
    const packages = new Set([...files.keys()].filter((file) => file.startsWith('node_modules/')).map((file) => file.split('/')[1]));
    const reader = [
      '@tesseract.js-data',
      'bmp-js',
      'is-url',
      'regenerator-runtime',
      'tesseract.js',
      'tesseract.js-core',
      'wasm-feature-detect',
    ];
    expect([...packages].sort()).toEqual([...reader, 'better-sqlite3', '@resvg', '@fontsource'].sort());
    // Threads are started from files, not from within the archive.
    const inside = [...files].filter(
      ([file, { unpacked }]) => reader.some((name) => file.startsWith(`node_modules/${name}/`)) && !unpacked,
    );
    expect(inside).toEqual([]);
    const native = [...files.keys()].filter((file) => file.endsWith('.node') && !file.startsWith('node_modules/@resvg/'));
    expect(native).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(files.get('node_modules/better-sqlite3/prebuilds/linux-x64.node')?.unpacked).toBe(true);
  });

  test('brings its own ffmpeg and ffprobe', () => {
    for (const name of ['ffmpeg', 'ffprobe']) {
      expect(existsSync(`${folder}/resources/ffmpeg/${name}`)).toBe(true);
      expect(execFileSync(`${folder}/resources/ffmpeg/${name}`, ['-version'], { encoding: 'utf8' })).toContain(`${name} version`);
    }
  });

  test('cannot be run as plain Node, debugged from outside, or fed another app', () => {
    const [runAsNode, , nodeOptions, inspect, integrity, onlyAsar] = readFuses(`${folder}/showhow`);
    expect({ runAsNode, nodeOptions, inspect, integrity, onlyAsar }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      integrity: '1',
      onlyAsar: '1',
    });
  });
});

test('packaging says what to do where there is no ffmpeg to package', () => {
  const env = { ...process.env, SHOWHOW_ELECTRON: 'skip', SHOWHOW_PACKAGE_FFMPEG: '' };
  if (existsSync('node_modules/ffmpeg-static/package.json')) return;
  expect(() => execFileSync(process.execPath, ['scripts/package.mjs'], { stdio: 'pipe', env })).toThrow(/no ffmpeg to package/);
});
