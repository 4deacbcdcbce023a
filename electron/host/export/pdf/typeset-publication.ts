import { appError } from '../../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../../shared/errors/result.ts';
import type { ReportProgress } from '../../ports.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { createNativeEngine } from './native-engine.ts';
import type { PdfEngine, PdfEngineName } from './pdf-engine.ts';
import type { PdfJob } from './pdf-job.ts';
import { printData } from './print-data.ts';
import { loadPrintResources, type PrintResources } from './print-resources.ts';
import { printedStrings } from './printed-strings.ts';
import { createWasmEngine } from './wasm-engine.ts';

/** Sets publications one after the other; fonts, templates and engines are loaded once, when first needed. */
export interface Typesetter {
  typeset(job: PdfJob, report: ReportProgress): Promise<Result<Uint8Array>>;
}

/** Phases in the order in which they are reported. */
const pdfPhases = ['loading', 'checking', 'typesetting'] as const;

/** Makes a typesetter for the thread it is called in; the work blocks that thread. */
export function createTypesetter(): Typesetter {
  let resources: Promise<PrintResources> | null = null;
  const engines = new Map<PdfEngineName, Promise<PdfEngine | null>>();

  const engineOf = (name: PdfEngineName, fonts: readonly Uint8Array[]): Promise<PdfEngine | null> => {
    const known = engines.get(name);
    if (known) return known;
    const engine = name === 'native' ? Promise.resolve(createNativeEngine(fonts)) : createWasmEngine(fonts);
    engines.set(name, engine);
    return engine;
  };

  return {
    async typeset({ publication, assets, variant, engine: wanted }, report) {
      const enter = (phase: (typeof pdfPhases)[number]): void =>
        report({ phase, done: pdfPhases.indexOf(phase), total: pdfPhases.length });
      enter('loading');
      const { fonts, templates, hasGlyph } = await (resources ??= loadPrintResources());
      const engine =
        (await engineOf(wanted ?? 'native', fonts)) ??
        (wanted === null ? await engineOf('wasm', fonts) : null);
      if (engine === null) {
        return fail(appError('typesetting-failed', { reason: 'the native engine is not installed here' }));
      }
      enter('checking');
      const glyphs = checkGlyphs(printedStrings(publication), hasGlyph);
      if (!glyphs.ok) return glyphs;
      const accessible = engine.checksAccessibility && variant === 'edition';
      const data = printData(publication, assets, { variant, accessible });
      if (!data.ok) return data;
      enter('typesetting');
      const files = new Map([...templates, ...data.value.files]);
      return engine.typeset({ files, createdAt: publication.createdAt, accessible });
    },
  };
}
