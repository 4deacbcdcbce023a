import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = new URL('../renderer/offline/', import.meta.url).pathname;

const out = new URL('../dist/offline/', import.meta.url).pathname;
/** What is bundled, with its licences, as the build tool lists it. */
const LICENCES = '.vite/license.md';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts script and styles into the page and says in its policy that nothing else may run, load or leave. */
const singleFile: Plugin = {
  name: 'leitbild-single-file',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle).filter(({ fileName }) => fileName !== LICENCES);
    const script = files.find((file) => file.type === 'chunk');
    const style = files.find((file) => file.fileName.endsWith('.css'));
    const page = files.find((file) => file.fileName.endsWith('.html'));
    if (script?.type !== 'chunk' || style?.type !== 'asset' || page?.type !== 'asset' || files.length !== 3) {
      throw new Error(`not one script, style and page: ${files.map(({ fileName }) => fileName).join(', ')}`);
    }
    // Within a script element these begin something else; in a script they stand in strings only.
    const code = script.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--');
    const css = String(style.source).replaceAll('</style', '<\\/style');
    const policy = [
      "default-src 'none'",
      `script-src ${hashOf(code)}`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    const html = String(page.source)
      .replace(/<script type="module"[^>]*><\/script>\s*/, '')
      .replace(/<link rel="stylesheet"[^>]*>\s*/, () => `<style>${css}</style>\n`)
      .replace('%LEITBILD_CSP%', policy)
      .replace('</body>', () => `<script type="module">${code}</script>\n</body>`);
    page.source = html;
  },
};

/** Puts the licences of what is bundled into the page: it goes out alone, and they ask to go with it. */
const licences: Plugin = {
  name: 'leitbild-licences',
  closeBundle() {
    const notices = readFileSync(join(out, LICENCES), 'utf8');
    const safe = notices.replaceAll('</', '< /').replaceAll('<!--', '< !--');
    const block = `<script type="text/plain" id="third-party-notices">\n${safe}\n</script>`;
    const page = join(out, 'index.html');
    const html = readFileSync(page, 'utf8');
    const end = html.lastIndexOf('</body>');
    writeFileSync(page, `${html.slice(0, end)}${block}\n${html.slice(end)}`);
    // What stands in the page now; the list of licences was made of these.
    for (const rest of ['.vite', 'assets']) rmSync(join(out, rest), { recursive: true });
  },
};

/** Builds the page that goes out by mail into `dist/offline/index.html`, which holds all that it needs. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [react(), singleFile, licences],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: out,
    license: { fileName: LICENCES },
    emptyOutDir: true,
    target: 'chrome120',
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
