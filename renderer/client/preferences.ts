import { z } from 'zod';
import type { Language } from '../words/words.ts';

const schema = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  language: z.enum(['de', 'en']).catch('de'),
  /** Share of the usual size of the text, in percent. */
  zoom: z.int().min(70).max(250).catch(100),
  /** Under which name the others see who writes here. */
  name: z.string().max(80).catch(''),
  /** Whether the question for the name has been answered, be it with nothing. */
  nameAsked: z.boolean().catch(false),
  outline: z.boolean().catch(true),
  panel: z.boolean().catch(true),
  /** Widths in pixels. */
  outlineWidth: z.int().min(200).max(640).catch(330),
  panelWidth: z.int().min(240).max(640).catch(320),
  /** Ground of the projector view. */
  projector: z.enum(['light', 'dark']).catch('light'),
});

/** What a person has chosen for this machine. */
export type Preferences = Readonly<z.infer<typeof schema>> & { readonly language: Language };

export const defaultPreferences: Preferences = {
  theme: 'auto',
  language: 'de',
  zoom: 100,
  name: '',
  nameAsked: false,
  outline: true,
  panel: true,
  outlineWidth: 330,
  panelWidth: 320,
  projector: 'light',
};

const COOKIE = 'leitbild-preferences';
const ONE_YEAR = 31_536_000;

/** Reads the preferences of this machine; what is missing or was written by another version has its default. */
export function readPreferences(cookies: string): Preferences {
  const found = cookies
    .split('; ')
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  if (found === undefined) return defaultPreferences;
  try {
    const value = JSON.parse(decodeURIComponent(found)) as object;
    const known = Object.entries(value).filter(([key]) => Object.hasOwn(defaultPreferences, key));
    return schema.parse({ ...defaultPreferences, ...Object.fromEntries(known) });
  } catch {
    return defaultPreferences;
  }
}

/**
 * The cookie that keeps them. A cookie and not the storage of the origin, because each start of a host has another
 * port, and with it another origin; cookies do not tell ports apart.
 */
export function preferencesCookie(preferences: Preferences): string {
  const value = encodeURIComponent(JSON.stringify(preferences));
  return `${COOKIE}=${value}; path=/; max-age=${String(ONE_YEAR)}; samesite=strict`;
}

/** The cookie that ends the one in which they are kept. */
export const forgottenPreferencesCookie = `${COOKIE}=; path=/; max-age=0; samesite=strict`;
