import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';

const entry = fileURLToPath(new URL('harness.ts', import.meta.url));

/** Bundles a page's script and its styles into one text each. */
export async function bundle(path = entry): Promise<{ readonly script: string; readonly styles: string }> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: path, formats: ['iife'], name: 'page' },
      cssCodeSplit: false,
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })) as Rolldown.RolldownOutput[];
  const output = result.flatMap((part) => part.output);
  const script = output.find((part) => part.type === 'chunk')?.code ?? '';
  const styles = output
    .filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
    .map((part) => (part.type === 'asset' ? String(part.source) : ''))
    .join('\n');
  return { script, styles };
}

/** Opens a page with the editor alone. */
export async function openEditorPage(
  browser: Browser,
  { script, styles }: { readonly script: string; readonly styles: string },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><html lang="de"><head><title>Editor</title><style>${styles}</style></head><body><main><h1 style="display:none">Leitbild</h1><div id="text"></div></main></body></html>`,
  );
  await page.addScriptTag({ content: script });
  return page;
}
