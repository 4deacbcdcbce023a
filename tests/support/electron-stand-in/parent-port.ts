import process from 'node:process';

/** Gives a child of Node what Electron gives its utility processes. */
Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => process.send?.(message),
    on(_event: 'message', listener: (event: { readonly data: unknown }) => void) {
      process.on('message', (data) => listener({ data }));
    },
  },
});
