import type { Result } from '../../../../shared/errors/result.ts';
import type { HasGlyph } from '../pdf/check-glyphs.ts';
import { createNativeEngine } from '../pdf/native-engine.ts';
import type { PdfEngine } from '../pdf/pdf-engine.ts';
import { loadPrintResources } from '../pdf/print-resources.ts';
import { createWasmEngine } from '../pdf/wasm-engine.ts';

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
  const { fonts, templates, hasGlyph } = await loadPrintResources('assessment');
  const engine: PdfEngine = createNativeEngine(fonts) ?? (await createWasmEngine(fonts));
  return {
    hasGlyph,
    typeset(template, data, createdAt) {
      const main = templates.get(`${template}.typ`);
      if (main === undefined) throw new Error(`no template ${template}`);
      const files = new Map(templates)
        .set('main.typ', main)
        .set('data.json', new TextEncoder().encode(JSON.stringify(data)));
      return engine.typeset({ files, createdAt, accessible: engine.checksAccessibility });
    },
  };
}
