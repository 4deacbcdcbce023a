import { readdir, readFile } from 'node:fs/promises';
import { createGlyphLookup, type HasGlyph } from './check-glyphs.ts';
import { loadFonts } from './print-fonts.ts';

const TEMPLATES = new URL('../../../../resources/typst/', import.meta.url);
const COLOURS = new URL('../../../../resources/brand/colours.json', import.meta.url);

/** What a typesetter needs beside the data. */
export interface PrintResources {
  readonly fonts: readonly Uint8Array[];
  /** By path from the root of the engine's virtual file system. */
  readonly templates: ReadonlyMap<string, Uint8Array>;
  readonly hasGlyph: HasGlyph;
}

/** Loads fonts, colours and templates; those of a folder are laid beside the others, and come before them. */
export async function loadPrintResources(folder: 'assessment' | null = null): Promise<PrintResources> {
  const folders = [TEMPLATES, ...(folder === null ? [] : [new URL(`${folder}/`, TEMPLATES)])];
  const [families, colours, ...templates] = await Promise.all([
    loadFonts(),
    readFile(COLOURS),
    ...folders.map(templatesIn),
  ]);
  return {
    fonts: families.flatMap(({ files }) => files),
    templates: new Map([['colours.json', colours], ...templates.flat()]),
    hasGlyph: createGlyphLookup(families),
  };
}

async function templatesIn(folder: URL): Promise<readonly (readonly [string, Uint8Array])[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.typ'));
  return Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder))] as const));
}
