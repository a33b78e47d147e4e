import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Native or binary packages stay outside; everything else is bundled, so a start reads few files. */
const external = [
  'electron',
  'better-sqlite3',
  '@resvg/resvg-js',
  'tesseract.js',
  'ffmpeg-static',
  '@ffmpeg-installer/ffmpeg',
  '@ffprobe-installer/ffprobe',
];

/** Pages have deep addresses, so files are asked for from the root; electron-vite would set './' where a page is loaded from a file. */
const fromTheRoot: Plugin = { name: 'from-the-root', enforce: 'post', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      rollupOptions: {
        input: { electron: resolve('electron/main.ts'), showhow: resolve('src/cli/main.ts') },
        external,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', format: 'es' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file.
      rollupOptions: { input: resolve('electron/preload.ts'), external, output: { entryFileNames: 'preload.cjs', format: 'cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), fromTheRoot],
    build: { outDir: 'out/renderer', minify: true, rollupOptions: { input: resolve('src/renderer/index.html') } },
  },
});
