import { registerHooks } from 'node:module';

/** Gives `electron` out as the stand-in, to everything that this process imports. */
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context);
  },
});
