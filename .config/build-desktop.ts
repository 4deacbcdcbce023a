import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const target = join(root, 'dist/desktop');
/** Built aside and then put in place, so that a program that is running finds one or the other, whole. */
const out = join(root, `dist/.desktop-${String(process.pid)}`);
const at = (path: string): string => join(root, path);

/** Threads are started by the name of their file, beside the module that names it; so the file is built, too. */
const threads: Plugin = {
  name: 'leitbild-threads',
  enforce: 'pre',
  transform(code, id) {
    return code.replaceAll(
      /new URL\(\s*'(\.[^']+)\.ts',\s*import\.meta\.url,?\s*\)/g,
      (_found, path: string) => {
        this.emitFile({ type: 'chunk', id: `${resolve(dirname(id), path)}.ts` });
        return `new URL('${path}.js', import.meta.url)`;
      },
    );
  },
};

const shared: InlineConfig = {
  ...{ root, configFile: false, logLevel: 'warn', publicDir: false },
};
const common = { target: 'node22', minify: false, emptyOutDir: false, outDir: out } as const;

/** The host keeps its modules and folders, so that it finds its threads and resources; packages stay packages. */
const host: InlineConfig = {
  ...shared,
  plugins: [threads],
  build: {
    ...common,
    ssr: true,
    rolldownOptions: {
      input: at('electron/entry/desk/desk-process.ts'),
      external: /^[^./\0]/,
      output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
    },
  },
};

/** The shell is one file, so that in the packaged program nothing beside it can be exchanged. */
const shell: InlineConfig = {
  ...shared,
  ssr: { noExternal: true },
  build: {
    ...common,
    ssr: true,
    rolldownOptions: {
      input: at('electron/shell/main.ts'),
      external: ['electron', /^node:/],
      output: { entryFileNames: 'electron/shell/main.js', codeSplitting: false },
    },
  },
};

/** A sandboxed preload is one CommonJS file that may require nothing but `electron`. */
const preload: InlineConfig = {
  ...shared,
  ssr: { noExternal: true },
  build: {
    ...common,
    ssr: true,
    rolldownOptions: {
      input: at('electron/shell/preload.ts'),
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'electron/shell/preload.cjs', codeSplitting: false },
    },
  },
};

const packageSchema = z.object({ name: z.string(), version: z.string(), description: z.string() });

for (const config of [host, shell, preload]) await build(config);
cpSync(at('resources'), join(out, 'resources'), {
  recursive: true,
  filter: (path) => !/^(systemd)(\/|$)/.test(relative(at('resources'), path).replaceAll('\\', '/')),
});
// Written last: `npm start` takes it for the sign that all is there.
const { name, version, description } = packageSchema.parse(
  JSON.parse(readFileSync(at('package.json'), 'utf8')),
);
const manifest = {
  name,
  productName: 'Leitbild-Werkstatt',
  version,
  description,
  type: 'module',
  main: 'electron/shell/main.js',
};
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
rmSync(target, { recursive: true, force: true });
renameSync(out, target);
