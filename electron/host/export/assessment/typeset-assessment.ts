import { readdir, readFile } from 'node:fs/promises';
import type { Result } from '../../../../shared/errors/result.ts';
import { createGlyphLookup, type HasGlyph } from '../pdf/check-glyphs.ts';
import { createNativeEngine } from '../pdf/native-engine.ts';
import type { PdfEngine } from '../pdf/pdf-engine.ts';
import { loadFonts } from '../pdf/print-fonts.ts';
import { createWasmEngine } from '../pdf/wasm-engine.ts';

const TYPST = new URL('../../../../resources/typst/', import.meta.url);
const COLOURS = new URL('../../../../resources/brand/colours.json', import.meta.url);

/** What is set: a table, or letters. */
export type AssessmentTemplate = 'table' | 'letters';

/** Sets assessment tables and letters in the thread it is made in. */
export interface AssessmentTypesetter {
  readonly hasGlyph: HasGlyph;
  /** Checked against PDF/UA-1 where this system's engine can. Fails with `typesetting-failed`. */
  typeset(template: AssessmentTemplate, data: object, createdAt: string): Result<Uint8Array>;
}

/** Loads fonts, templates and the engine: native where it is installed, else WASM. */
export async function createAssessmentTypesetter(): Promise<AssessmentTypesetter> {
  const folder = new URL('assessment/', TYPST);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.typ'));
  const [families, colours, theme, ...templates] = await Promise.all([
    loadFonts(),
    readFile(COLOURS),
    readFile(new URL('theme.typ', TYPST)),
    ...names.map((name) => readFile(new URL(name, folder))),
  ]);
  const fonts = families.flatMap(({ files }) => files);
  const engine: PdfEngine = createNativeEngine(fonts) ?? (await createWasmEngine(fonts));
  const shared = new Map<string, Uint8Array>([
    ['colours.json', colours],
    ['theme.typ', theme],
    ...names.flatMap((name, at): [string, Uint8Array][] => (templates[at] ? [[name, templates[at]]] : [])),
  ]);
  return {
    hasGlyph: createGlyphLookup(families),
    typeset(template, data, createdAt) {
      const main = shared.get(`${template}.typ`);
      if (main === undefined) throw new Error(`no template ${template}`);
      const files = new Map(shared)
        .set('main.typ', main)
        .set('data.json', new TextEncoder().encode(JSON.stringify(data)));
      return engine.typeset({ files, createdAt, accessible: engine.checksAccessibility });
    },
  };
}
