/** Where a desk or a host of this machine is, and what lets in. */
export interface LocalDoor {
  /** Without a path. */
  readonly url: string;
  readonly secret: string;
}

/** What the start screen is to do as soon as it shows. */
export type DeskIntent =
  | { readonly kind: 'open'; readonly path: string }
  /** With an empty link where the person is still to say it. */
  | { readonly kind: 'join'; readonly link: string }
  | { readonly kind: 'new' };

/** The languages that the window speaks. */
export type AppLanguage = 'de' | 'en';

/**
 * Address of the start screen. What is secret stands behind `#`, which no browser sends. A language that is named there
 * is the one from then on; without one the window keeps what was chosen in it.
 */
export function writeDeskAddress(
  { url, secret }: LocalDoor,
  intent: DeskIntent | null = null,
  language: AppLanguage | null = null,
): string {
  const parts = new Map([['secret', secret]]);
  if (language !== null) parts.set('lang', language);
  if (intent?.kind === 'open') parts.set('open', intent.path);
  if (intent?.kind === 'join') parts.set('join', intent.link);
  if (intent?.kind === 'new') parts.set('new', '1');
  return `${url}/#${fragmentOf(parts)}`;
}

/** What the window of a workspace is to do as soon as it shows: take a document over, chosen or handed over already. */
export interface WorkspaceIntent {
  readonly kind: 'import';
  /** Null where the document is still to be chosen. */
  readonly source: { readonly upload: string; readonly name: string } | null;
}

/** Address of the window of an open file, which knows its way back to the start screen. */
export function writeWorkspaceAddress(
  workspace: LocalDoor,
  desk: LocalDoor,
  intent: WorkspaceIntent | null = null,
): string {
  const parts = new Map([
    ['secret', workspace.secret],
    ['desk', desk.url],
    ['deskSecret', desk.secret],
  ]);
  if (intent !== null) {
    parts.set('import', intent.source?.upload ?? '');
    if (intent.source !== null) parts.set('name', intent.source.name);
  }
  return `${workspace.url}/#${fragmentOf(parts)}`;
}

/** Reads from the fragment of a workspace's address what it is to do; null where it says nothing. */
export function readWorkspaceIntent(fragment: string): WorkspaceIntent | null {
  const parts = readFragment(fragment);
  const upload = parts.get('import');
  if (upload === undefined) return null;
  const name = parts.get('name') ?? '';
  return { kind: 'import', source: upload === '' || name === '' ? null : { upload, name } };
}

/** Reads from the fragment of a start screen's address what it is to do; null where it says nothing. */
export function readDeskIntent(fragment: string): DeskIntent | null {
  const parts = readFragment(fragment);
  const path = parts.get('open');
  if (path !== undefined && path !== '') return { kind: 'open', path };
  const link = parts.get('join');
  if (link !== undefined) return { kind: 'join', link };
  return parts.has('new') ? { kind: 'new' } : null;
}

/** Reads from the fragment of a start screen's address which language was asked for; null where none was. */
export function readAddressLanguage(fragment: string): AppLanguage | null {
  const language = readFragment(fragment).get('lang');
  return language === 'de' || language === 'en' ? language : null;
}

/** Written so that `URLSearchParams` reads it too. */
function fragmentOf(parts: ReadonlyMap<string, string>): string {
  return [...parts].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

function readFragment(fragment: string): ReadonlyMap<string, string> {
  return new Map(
    fragment
      .replace(/^#/, '')
      .split('&')
      .flatMap((part) => {
        const at = part.indexOf('=');
        const value = decode(part.slice(at + 1));
        return at > 0 && value !== null ? [[part.slice(0, at), value] as const] : [];
      }),
  );
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
