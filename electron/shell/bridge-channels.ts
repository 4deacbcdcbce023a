import { z } from 'zod';
import { appCommandIds } from '../../shared/app/app-commands.ts';

/** Channels from the page to the shell, one per function of `LeitbildShell`, and what each takes. */
const path = z.string().min(1).max(4_096);
const filters = z
  .array(
    z.strictObject({
      name: z.string().max(100),
      extensions: z.array(z.string().regex(/^[a-z0-9-]{1,20}$/)).max(20),
    }),
  )
  .max(20);
const title = z.string().max(300);

/** The closed list of what a page may ask; anything else has no channel. */
export const bridgeRequests = {
  openDialog: z.tuple([z.strictObject({ title, filters, defaultPath: path.optional() })]),
  saveDialog: z.tuple([z.strictObject({ title, filters, defaultPath: path })]),
  showInFolder: z.tuple([path]),
  openExternal: z.tuple([z.string().max(2_000)]),
  setTitle: z.tuple([title, path.nullable()]),
  offerCommands: z.tuple([z.array(z.enum(appCommandIds)).max(appCommandIds.length)]),
  setLanguage: z.tuple([z.enum(['de', 'en'])]),
  showWorkspace: z.tuple([path]),
  showStart: z.tuple([
    z.union([
      z.strictObject({ open: path }),
      z.strictObject({ join: z.string().max(2_000) }),
      z.literal('new'),
      z.null(),
    ]),
  ]),
  notify: z.tuple([z.strictObject({ title, body: z.string().max(500) })]),
} as const;

export type BridgeRequestName = keyof typeof bridgeRequests;
export type BridgeArguments<Name extends BridgeRequestName> = z.output<(typeof bridgeRequests)[Name]>;
