import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PageWord } from './page-places.ts';
import type { Size } from './zoom.ts';

/** A place of a PDF: page from 0, points below its upper edge. */
export interface PdfPlace {
  readonly page: number;
  readonly top: number;
}

/** A link of a page. */
export interface PageLink {
  readonly id: string;
  /** Shares of the page's width and height, from its upper left corner. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Its words; where they are a number only, with what the PDF says of it. */
  readonly label: string;
  /** A place of the same PDF, or an address elsewhere. */
  readonly target: PdfPlace | string;
}

/** To which part of the page's structure a piece of its text belongs. */
export interface TextRole {
  /** Pieces of the same part have the same. */
  readonly part: number;
  /** Level of a heading; null for everything else. */
  readonly level: number | null;
  readonly link: string | null;
}

export type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** What is written on a page, in reading order. */
export interface PageText {
  /** As pdf.js lays it over the picture. */
  readonly content: TextContent;
  /** By the ids of marked content. */
  readonly roles: ReadonlyMap<string, TextRole>;
  readonly links: readonly PageLink[];
  readonly words: readonly PageWord[];
  /** As one text, for searching in pages that are not drawn. */
  readonly plain: string;
}

/** Reads what is written on a page; `resolve` finds the place that a destination means, null where there is none. */
export async function readPageText(
  page: PDFPageProxy,
  size: Size,
  resolve: (destination: unknown) => Promise<PdfPlace | null>,
): Promise<PageText> {
  const [content, structure, annotations] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true }),
    page.getStructTree() as Promise<unknown>,
    page.getAnnotations() as Promise<readonly unknown[]>,
  ]);
  const roles = rolesOf(structure);
  const words: PageWord[] = [];
  const linked = new Map<string, string>();
  const around: (string | undefined)[] = [];
  let plain = '';
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') around.pop();
      else around.push(item.id);
      continue;
    }
    const said = item.hasEOL ? `${item.str}\n` : item.str;
    plain += said;
    const link = roles.get(around.findLast((id) => id !== undefined) ?? '')?.link ?? null;
    if (link !== null) linked.set(link, `${linked.get(link) ?? ''}${said}`);
    const baseline: unknown = item.transform[5];
    if (item.str.trim() !== '' && typeof baseline === 'number')
      words.push({ text: item.str.trim(), top: size.height - baseline - item.height });
  }
  const links = await Promise.all(
    annotations.map((annotation) => readLink(annotation, linked, size, resolve)),
  );
  // The mark of a footnote leads no further than the foot of its own page, and is too small to be hit.
  const isElsewhere = ({ target, label }: PageLink): boolean =>
    typeof target === 'string' || target.page !== page.pageNumber - 1 || /^\p{L}/u.test(label);
  return { content, roles, links: links.flat().filter(isElsewhere), words, plain };
}

const linkAnnotation = z.object({
  id: z.string(),
  subtype: z.literal('Link'),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  dest: z.unknown(),
  url: z.string().optional(),
  contentsObj: z.object({ str: z.string() }).optional(),
});

async function readLink(
  annotation: unknown,
  linked: ReadonlyMap<string, string>,
  { width, height }: Size,
  resolve: (destination: unknown) => Promise<PdfPlace | null>,
): Promise<readonly PageLink[]> {
  const read = linkAnnotation.safeParse(annotation);
  if (!read.success) return [];
  const { id, rect, dest, url, contentsObj } = read.data;
  const target = url ?? (await resolve(dest));
  if (target === null) return [];
  const [left, bottom, right, top] = rect;
  return [
    {
      id,
      box: {
        left: left / width,
        top: (height - top) / height,
        width: (right - left) / width,
        height: (top - bottom) / height,
      },
      label: labelOf(linked.get(id) ?? '', contentsObj?.str ?? ''),
      target,
    },
  ];
}

/** The words of a link, without their division at the end of a line; what is said of it where they are none. */
function labelOf(words: string, said: string): string {
  const whole = words.replaceAll('-\n', '').replaceAll(/\s+/g, ' ').trim();
  return /\p{L}/u.test(whole) ? whole : [whole, said].filter((part) => part !== '').join(', ');
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

const structureNode: z.ZodType<StructureNode> = z.object({
  role: z.string().exactOptional(),
  type: z.string().exactOptional(),
  id: z.string().exactOptional(),
  get children() {
    return z.array(structureNode).exactOptional();
  },
});

/** Roles that make a part of their own; all others belong to the part that they stand in. */
const PARTS = /^(?:H\d?|P|LI|TOCI|Note|Caption|TD|TH)$/;
/** How pdf.js names the annotation of a link in the structure. */
const ANNOTATION = 'pdfjs_internal_id_';

function rolesOf(structure: unknown): ReadonlyMap<string, TextRole> {
  const roles = new Map<string, TextRole>();
  const read = structureNode.safeParse(structure);
  let parts = 0;
  const visit = (node: StructureNode, around: TextRole): void => {
    if (node.type === 'content' && node.id !== undefined) roles.set(node.id, around);
    let inside = around;
    // A heading is one part, whatever its words stand in.
    if (around.level === null && node.role !== undefined && PARTS.test(node.role)) {
      const level = /^H(\d)$/.exec(node.role)?.[1];
      inside = { ...around, part: (parts += 1), level: level === undefined ? null : Number(level) };
    }
    if (node.role === 'Link') {
      const annotation = node.children?.find(({ type }) => type === 'annotation')?.id;
      inside = { ...inside, link: annotation?.replace(ANNOTATION, '') ?? null };
    }
    for (const child of node.children ?? []) visit(child, inside);
  };
  if (read.success) visit(read.data, { part: 0, level: null, link: null });
  return roles;
}
