import { createRequire } from 'node:module';
import { z } from 'zod';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { nativePackage, type PdfEngine } from './pdf-engine.ts';

const shortDiagnostic = z.object({ message: z.string(), path: z.string() });
/** Root of the virtual files. Nothing is read from or written to the disk there. */
const ROOT = '/leitbild';
/**
 * Intermediate results are kept for so many runs after the last that used them, so that a text with a few words
 * altered is set in a tenth of the time. One run alone would not do: setting the very same text again uses only the
 * outermost of them, and so would have all others forgotten …
 */
const CACHED_RUNS = 5;
/** … but not at all for jobs with more bytes of data than this: they take hundreds of megabytes. */
const CACHED_BYTES = 500_000;
const MAIN = `${ROOT}/main.typ`;

/** The part of the package that is used. It ships no types: these follow its NAPI exports as of 0.7.0. */
interface NativeModule {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
    }): NativeCompiler;
  };
}

interface NativeCompiler {
  mapShadow(path: string, content: Buffer): void;
  resetShadow(): void;
  compile(options: { readonly mainFilePath: string }): NativeOutcome;
  pdf(
    source: { readonly mainFilePath: string },
    options: { readonly pdfStandard?: string; readonly pdfTags: boolean; readonly creationTimestamp: number },
  ): Buffer;
  evictCache(age: number): void;
}

interface NativeOutcome {
  takeDiagnostics(): NativeDiagnostics | null;
}

interface NativeDiagnostics {
  readonly shortDiagnostics: readonly unknown[];
}

/**
 * Typst as a native library, or `null` on a platform that it is not installed for.
 * The library also sees the fonts of the system; ours come first wherever a family is asked for, and no other
 * family ever is.
 */
export function createNativeEngine(fonts: readonly Uint8Array[]): PdfEngine | null {
  const native = loadPackage();
  if (native === null) return null;
  const compiler = native.NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  return {
    name: 'native',
    checksAccessibility: true,
    typeset({ files, createdAt, accessible }) {
      compiler.resetShadow();
      try {
        for (const [path, content] of files) compiler.mapShadow(`${ROOT}/${path}`, Buffer.from(content));
        // In one step: a set document that the library hands out stays in memory until this thread collects garbage.
        const pdf = compiler.pdf(
          { mainFilePath: MAIN },
          {
            ...(accessible ? { pdfStandard: 'ua-1' } : {}),
            pdfTags: true,
            creationTimestamp: Math.floor(Date.parse(createdAt) / 1000),
          },
        );
        return ok(new Uint8Array(pdf));
      } catch (error) {
        // Where the text itself is at fault, only the compiler's own step says what about it.
        const diagnostics = compiler.compile({ mainFilePath: MAIN }).takeDiagnostics();
        return fail(appError('typesetting-failed', { reason: describe(diagnostics ?? error) }));
      } finally {
        const bytes = files.get('data.json')?.length ?? 0;
        compiler.evictCache(bytes > CACHED_BYTES ? 0 : CACHED_RUNS);
      }
    },
  };
}

function loadPackage(): NativeModule | null {
  try {
    return createRequire(import.meta.url)(nativePackage) as NativeModule;
  } catch (error) {
    const absent =
      error instanceof Error &&
      'code' in error &&
      (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_DLOPEN_FAILED');
    if (absent) return null;
    throw error;
  }
}

/** The compiler's own words, with file and place where it gives them. */
function describe(error: unknown): string {
  const list =
    typeof error === 'object' && error !== null && 'shortDiagnostics' in error
      ? error.shortDiagnostics
      : null;
  if (Array.isArray(list) && list.length > 0) {
    return list.map(sentenceOf).join('; ');
  }
  const message = error instanceof Error ? error.message : String(error);
  // Where a standard is violated, the library gives its diagnostics as Rust prints them.
  const quoted = [...message.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)].map(([, words = '']) => words);
  return quoted.length > 0 ? [...new Set(quoted)].join('; ') : message;
}

function sentenceOf(diagnostic: unknown): string {
  const { success, data } = shortDiagnostic.safeParse(diagnostic);
  return success ? `${data.path}: ${data.message}` : JSON.stringify(diagnostic);
}
