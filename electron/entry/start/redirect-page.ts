const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A page that leads to an address at once, and by a link where the browser does not follow. What stands behind `#` comes
 * along. Holds no script, so that it works under any policy of the browser for files.
 */
export function redirectPage(
  address: string,
  words: { readonly opening: string; readonly go: string },
): string {
  const target = escaped(address);
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="refresh" content="0; url=${target}">
    <title>Leitbild-Werkstatt</title>
  </head>
  <body>
    <p>${escaped(words.opening)} <a href="${target}">${escaped(words.go)}</a></p>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
