import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import startCompiler, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { z } from 'zod';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import type { PdfEngine } from './pdf-engine.ts';

const outcome = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.string()).optional(),
});
/** Diagnostics as lines of the form `/main.typ:1:2: error: …`. */
const UNIX_DIAGNOSTICS = 2;

/**
 * Typst as WebAssembly, which runs anywhere. Its files are tagged, but it cannot check PDF/UA: it refuses
 * `accessible` jobs, and writes the time of creation only as the document's own date.
 */
export async function createWasmEngine(fonts: readonly Uint8Array[]): Promise<PdfEngine> {
  const binary = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await startCompiler({ module_or_path: await readFile(binary) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const decoder = new TextDecoder();
  return {
    name: 'wasm',
    checksAccessibility: false,
    typeset({ files, accessible }) {
      if (accessible) throw new Error('this engine cannot check PDF/UA');
      try {
        compiler.reset_shadow();
        for (const [path, content] of files) {
          if (path.endsWith('.typ')) compiler.add_source(`/${path}`, decoder.decode(content));
          else compiler.map_shadow(`/${path}`, content);
        }
        const { result, diagnostics } = outcome.parse(
          compiler.compile('/main.typ', null, 'pdf', UNIX_DIAGNOSTICS),
        );
        return result
          ? ok(result)
          : fail(appError('typesetting-failed', { reason: (diagnostics ?? ['no document']).join('; ') }));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return fail(appError('typesetting-failed', { reason }));
      } finally {
        compiler.reset();
      }
    },
  };
}
