/** The cookie of somebody who told their name before, so that a window does not ask for it. */
export const namedPerson = {
  name: 'leitbild-preferences',
  value: encodeURIComponent(JSON.stringify({ name: 'Mia Moderat', nameAsked: true })),
  domain: '127.0.0.1',
  path: '/',
} as const;
