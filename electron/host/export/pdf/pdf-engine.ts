import { createRequire } from 'node:module';
import type { Result } from '../../../../shared/errors/result.ts';

export const pdfEngineNames = ['native', 'wasm'] as const;
export type PdfEngineName = (typeof pdfEngineNames)[number];

/** The npm package of the native engine; an optional dependency, there is one platform it is made for. */
export const nativePackage = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

/** The engine that is taken where none is asked for: native where its package is installed. */
export function defaultPdfEngine(): PdfEngineName {
  try {
    createRequire(import.meta.url).resolve(nativePackage);
    return 'native';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return 'wasm';
    throw error;
  }
}

/** What is set: `main.typ` and all it reads, by path from the root of a virtual file system ("fonts" are the engine's). */
export interface TypesettingJob {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Written into the file as its time of creation; ISO 8601, UTC. */
  readonly createdAt: string;
  /** Demands that the file conforms to PDF/UA-1. Only for engines that check it. */
  readonly accessible: boolean;
}

/** Typst 0.14.2 in one of its two forms. It sees the fonts it was made with and the files of the job, nothing else. */
export interface PdfEngine {
  readonly name: PdfEngineName;
  /** Whether `accessible` jobs are possible, so that a file may claim PDF/UA-1. */
  readonly checksAccessibility: boolean;
  /** Sets one document. Fails with `typesetting-failed`; the same job gives the same bytes. */
  typeset(job: TypesettingJob): Result<Uint8Array>;
}
