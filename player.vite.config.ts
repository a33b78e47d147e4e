import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** What a learner's browser loads: names without a hash, because packages and the hub link to them. */
export default defineConfig({
  // Fonts and pictures lie beside the style that names them, wherever that is served from.
  base: './',
  // The hub's icon, copied as it is.
  publicDir: 'src/hub/browser/public',
  build: {
    outDir: 'out/player',
    emptyOutDir: true,
    cssCodeSplit: true,
    rollupOptions: {
      input: { player: resolve('src/player/elements/index.ts'), hub: resolve('src/hub/browser/index.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
