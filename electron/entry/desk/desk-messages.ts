import { z } from 'zod';

/** Where a desk or a host was, to come back there. */
const door = z.strictObject({ port: z.int().min(0).max(65_535), secret: z.string().min(1) });

/** Where a file was shared, to come back to its guests. */
const sharing = z.strictObject({ port: z.int().min(1).max(65_535), fingerprint: z.string().nullable() });

const opened = z.strictObject({ url: z.string(), secret: z.string(), path: z.string(), name: z.string() });

/** What the desk's process is told. */
export const deskCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    /** Null at the first start; after a crash, where the one before was. */
    door: door.nullable(),
    /** Files to open at once, each where its host was, and shared where it was. */
    reopen: z.array(z.strictObject({ path: z.string(), door, sharing: sharing.nullable() })),
    nativeDialogs: z.boolean(),
    settingsFolder: z.string(),
    folders: z.strictObject({ home: z.string(), documents: z.string(), desktop: z.string().nullable() }),
    /** Of the built renderer. */
    appFolder: z.string(),
    dictionaryFolder: z.string(),
  }),
  z.strictObject({ type: z.literal('stop') }),
]);

/** What the desk's process tells. */
export const deskReportSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), url: z.string(), secret: z.string() }),
  z.strictObject({ type: z.literal('opened'), workspace: opened }),
  z.strictObject({ type: z.literal('closed'), path: z.string() }),
  /** A file is shared from now on; null where nobody wants it shared any more. */
  z.strictObject({ type: z.literal('shared'), path: z.string(), sharing: sharing.nullable() }),
  /** It could not start; the code of an error. */
  z.strictObject({ type: z.literal('failed'), code: z.string() }),
]);

export type DeskCommand = Readonly<z.infer<typeof deskCommandSchema>>;
export type DeskStart = Extract<DeskCommand, { readonly type: 'start' }>;
export type DeskReport = Readonly<z.infer<typeof deskReportSchema>>;
