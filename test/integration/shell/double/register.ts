import { registerHooks } from 'node:module';

/** Loaded with `node --import` before the built main file: whoever imports 'electron' gets the double. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron')
      return { url: new URL('electron.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true };
    return next(specifier, context);
  },
});
