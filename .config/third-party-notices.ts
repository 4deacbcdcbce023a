import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** What packages say in forms that are no SPDX expression. */
const spelledOut: Readonly<Record<string, string>> = { duck: 'BSD-2-Clause' };

/** The notices as Markdown, made from the lock file: every package that is shipped, with version and licence. */
export function thirdPartyNotices(): string {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const rows = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license }]) => {
      const name = path.split('node_modules/').at(-1) ?? path;
      return `| ${name} | ${version} | ${spelledOut[name] ?? license ?? 'see package'} |`;
    });
  return `# Third-party notices

Leitbild-Werkstatt is licensed under the EUPL-1.2 (\`LICENSE\`). It uses and ships the packages below under their own
licences; the full text of each lies in its folder under \`node_modules\`, and is shipped with it.

**Fonts.** Source Sans 3 and Source Serif 4, Copyright Adobe, with Reserved Font Name "Source", under the SIL Open Font
License 1.1 (\`resources/fonts/OFL-*.txt\`). They are embedded in PDFs and Word documents.

**Typst.** PDFs are set by Typst through typst.ts, both under the Apache License 2.0.

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].sort().join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('THIRD-PARTY-NOTICES.md', root), thirdPartyNotices());
}
