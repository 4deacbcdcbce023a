import mammoth from 'mammoth';
import { z } from 'zod';

/** A node of the tree that mammoth reads a DOCX into; what is not named here is not looked at. */
export interface DocxNode {
  readonly type: string;
  readonly children?: readonly DocxNode[] | undefined;
  readonly value?: string | undefined;
  readonly styleId?: string | null | undefined;
  readonly styleName?: string | null | undefined;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string | number } | null | undefined;
  /** Indents in twentieths of a point, as strings. */
  readonly indent?: { readonly start: string | null } | null | undefined;
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
  readonly verticalAlignment?: string | undefined;
  readonly href?: string | undefined;
  readonly noteType?: string | undefined;
  readonly noteId?: string | undefined;
  readonly commentId?: string | undefined;
  readonly breakType?: string | undefined;
  readonly altText?: string | null | undefined;
}

export interface DocxNote {
  readonly noteType: string;
  readonly noteId: string;
  readonly body: readonly DocxNode[];
}

export interface DocxTree {
  readonly children: readonly DocxNode[];
  readonly notes: readonly DocxNote[];
  readonly comments: ReadonlyMap<string, readonly DocxNode[]>;
  /** What mammoth says it ignored. */
  readonly ignored: readonly string[];
}

const node: z.ZodType<DocxNode> = z.object({
  type: z.string(),
  get children() {
    return z.array(node).optional();
  },
  value: z.string().optional(),
  styleId: z.string().nullish(),
  styleName: z.string().nullish(),
  numbering: z.object({ isOrdered: z.boolean(), level: z.union([z.string(), z.number()]) }).nullish(),
  indent: z.object({ start: z.string().nullable() }).nullish(),
  isBold: z.boolean().optional(),
  isItalic: z.boolean().optional(),
  verticalAlignment: z.string().optional(),
  href: z.string().optional(),
  noteType: z.string().optional(),
  noteId: z.string().optional(),
  commentId: z.string().optional(),
  breakType: z.string().optional(),
  altText: z.string().nullish(),
});

const root = z.object({
  children: z.array(node),
  notes: z.object({
    _notes: z.record(z.string(), z.object({ noteType: z.string(), noteId: z.string(), body: z.array(node) })),
  }),
  comments: z.array(z.object({ commentId: z.string(), body: z.array(node) })),
});

/**
 * Reads a vetted DOCX with mammoth and gives the tree that mammoth makes HTML of, which keeps more than the HTML.
 * Throws on XML that is not well formed, and where mammoth's tree has another form than described here.
 */
export async function readDocxTree(vetted: Uint8Array): Promise<DocxTree> {
  let captured: unknown;
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(vetted) },
    {
      transformDocument: (document: unknown) => {
        captured = document;
        return { type: 'document', children: [], notes: {}, comments: [] };
      },
    },
  );
  const { children, notes, comments } = root.parse(captured);
  return {
    children,
    notes: Object.values(notes._notes),
    comments: new Map(comments.map(({ commentId, body }) => [commentId, body])),
    ignored: messages.map(({ message }) => message),
  };
}
