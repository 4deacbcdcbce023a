import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { appCodeLoaded } from './stand-in-app.ts';

/** Loads the program's main module, whose path is the first argument, as Electron would. */
const [main = ''] = process.argv.splice(2, 1);
await import(pathToFileURL(main).href);
appCodeLoaded();
