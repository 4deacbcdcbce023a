import { strFromU8, strToU8, unzipSync } from 'fflate';
import { stableZip } from '../stable-zip.ts';
import type { DocxFootnote } from './docx-context.ts';

/**
 * Packs a Word document again so that the same publication gives the same bytes in any process: parts in order of
 * name, one time, ids counted from 1 in order of appearance, and `createdAt` (ISO 8601) as the time of writing.
 * Puts the model's own marks on footnotes that Word would number otherwise. `additions` are parts that
 * take the place of those of the same name.
 */
export function stableDocx(
  packed: Uint8Array,
  createdAt: string,
  footnotes: readonly DocxFootnote[],
  additions: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  const parts = { ...unzipSync(packed), ...additions };
  const marks = new Map(
    footnotes
      .filter(({ index, number }) => number !== String(index))
      .map(({ index, number }) => [index, number]),
  );
  const rename = createRenamer();
  const stable = new Map<string, Uint8Array>();
  for (const name of Object.keys(parts).sort()) {
    const bytes = parts[name];
    if (!bytes || name.endsWith('/')) continue;
    const isXml = /\.(xml|rels)$/.test(name);
    stable.set(name, isXml ? strToU8(stableXml(name, strFromU8(bytes), createdAt, marks, rename)) : bytes);
  }
  return stableZip(stable, 9);
}

function stableXml(
  name: string,
  source: string,
  createdAt: string,
  marks: ReadonlyMap<number, string>,
  rename: (id: string) => string,
): string {
  let xml = source.replaceAll(/rId[\w-]{15,}/g, rename);
  if (name === 'docProps/core.xml') {
    xml = xml.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${createdAt}`);
  }
  if (name.startsWith('word/')) {
    xml = countedFrom1(xml, /(<wp:docPr\b[^>]*?\bid=")([^"]*)(")/g);
    xml = countedFrom1(xml, /(PowerPlusWaterMarkObject)([\w-]+)()/g);
    xml = countedFrom1(xml, /(\b_Toc)(\d+)()/g);
    xml = countedFrom1(xml, /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]*)(")/g);
  }
  if (name === 'word/document.xml') {
    for (const [index, mark] of marks) {
      xml = xml.replaceAll(
        `<w:footnoteReference w:id="${String(index)}"/>`,
        `<w:footnoteReference w:customMarkFollows="1" w:id="${String(index)}"/><w:t>${mark}</w:t>`,
      );
    }
  }
  if (name === 'word/footnotes.xml') {
    for (const [index, mark] of marks) {
      const start = xml.indexOf(`<w:footnote w:id="${String(index)}"`);
      const at = xml.indexOf('<w:footnoteRef/>', start);
      if (start >= 0 && at >= 0) {
        xml = `${xml.slice(0, at)}<w:t>${mark}</w:t>${xml.slice(at + '<w:footnoteRef/>'.length)}`;
      }
    }
  }
  return xml;
}

/** Numbers the ids that a pattern finds in order of their first appearance. */
function countedFrom1(xml: string, pattern: RegExp): string {
  const numbers = new Map<string, number>();
  return xml.replaceAll(pattern, (_, before: string, id: string, after: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}${String(number)}${after}`;
  });
}

/** Gives random relationship ids names by order of appearance; a document and its list of relations share them. */
function createRenamer(): (id: string) => string {
  const names = new Map<string, string>();
  return (id) => {
    const name = names.get(id) ?? `rIdLink${String(names.size + 1)}`;
    names.set(id, name);
    return name;
  };
}
