import { brandColours, brandFonts, type BrandPalette } from '../brand.ts';

/**
 * The whole look of the HTML export, in the brand's colours and faces. Fonts are the reader's own: four embedded faces would make the file forty
 * times as large. Colours reach a contrast of 4.5 to 1 in both schemes; the export's tests measure it.
 */
const stylesheet = `
:root {
  color-scheme: light dark;
  ${variables(brandColours.light)}
  --sans: "${brandFonts.sans.family}", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --serif: "${brandFonts.serif.family}", "Source Serif Pro", Charter, "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root { ${variables(brandColours.dark)} }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--sans);
  hyphens: auto;
  hyphenate-limit-chars: 8 4 4;
  overflow-wrap: break-word;
}
p, ul, ol, dl, figure, h1, h2, h3, h4, h5, h6 { margin: 0; }
h1, h2, h3, h4, h5, h6, [role="heading"] { line-height: 1.2; text-wrap: balance; hyphens: manual; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
img { max-width: 100%; height: auto; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -6rem; z-index: 3; padding: 0.75rem 1.25rem; background: var(--paper); color: var(--accent); font-weight: 600; }
.skip:focus { top: 1rem; }

.cover { display: contents; }
.title-page { background: var(--cover); color: var(--on-cover); padding: 3.5rem max(1.25rem, calc(50vw - 37rem)) 3rem; }
.sender { display: flex; align-items: center; gap: 1rem; margin-bottom: 4.5rem; }
.logo { width: auto; height: 4.5rem; padding: 0.5rem; background: ${brandColours.light.paper}; border-radius: 4px; }
.municipality { font-size: 1.125rem; font-weight: 600; letter-spacing: 0.01em; }
h1 { max-width: 18em; font: 600 clamp(2.25rem, 1.4rem + 4vw, 4rem)/1.08 var(--sans); letter-spacing: -0.015em; }
.subtitle { max-width: 32em; margin-top: 1rem; font-size: clamp(1.125rem, 1rem + 0.8vw, 1.5rem); line-height: 1.35; }
.edition { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid rgb(255 255 255 / 0.45); }
.edition span:first-child { font-weight: 700; }
.draft-note { padding: 0.5rem max(1.25rem, calc(50vw - 37rem)); background: var(--notice); color: var(--on-notice); font-size: 0.9375rem; }
@media (min-width: 48rem) and (min-height: 30rem) {
  .draft-note { position: sticky; top: 0; z-index: 2; }
  html.is-draft { scroll-padding-top: 5rem; }
}
.draft-note strong { margin-right: 0.5rem; letter-spacing: 0.12em; }

.page { max-width: 76.5rem; margin: 0 auto; padding: 0 1.25rem; }
.contents { padding: 2.5rem 0 0; font-size: 0.9375rem; line-height: 1.35; hyphens: manual; }
.contents h2 { margin-bottom: 0.75rem; font-size: 1rem; letter-spacing: 0.01em; }
.contents ol { list-style: none; padding: 0; }
.contents a { display: flex; gap: 0.6em; padding: 0.35rem 0; color: var(--ink); text-decoration: none; }
.contents a:hover .words { text-decoration: underline; }
.contents .number { flex: none; min-width: 1.1em; color: var(--accent); font-weight: 600; font-variant-numeric: tabular-nums; }
.contents > ol > li { border-top: 1px solid var(--rule); }
.contents > ol > li:last-child { border-bottom: 1px solid var(--rule); }
.contents > ol > li > a { font-weight: 600; }
.contents ol ol { padding: 0 0 0.4rem 1.7em; }
.contents ol ol .number { min-width: 2.1em; }
.contents ol ol ol { padding-left: 2.7em; }
.contents ol ol ol .number { min-width: 3em; }
@media (min-width: 62rem) {
  .page { display: grid; grid-template-columns: 17rem minmax(0, 44rem); gap: 5rem; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 3.5rem 0.75rem 2rem 0; }
  html.is-draft .contents { top: 2.5rem; max-height: calc(100vh - 2.5rem); }
}

main { min-width: 0; padding-bottom: 4rem; font-family: var(--serif); }
main :is(h2, h3, h4, h5, h6, [role="heading"], .number, .anchor, .mark, .signature, .participants, .footnotes, .rank-1 > ol > .goal > .body) { font-family: var(--sans); }
main p + p, main .list, main ol + p, main ul + p { margin-top: 0.75em; }
.part { padding-top: 3.5rem; }
.part + .part { margin-top: 3.5rem; border-top: 1px solid var(--rule); }
.part > h2 { margin-bottom: 1.5rem; color: var(--accent); font: 600 clamp(1.7rem, 1.4rem + 1.4vw, 2.35rem)/1.15 var(--sans); letter-spacing: -0.01em; }
main h2 .number { margin-right: 0.35em; color: var(--accent); }
main h3 .number, main h4 .number, main h5 .number { margin-right: 0.3em; color: var(--accent); font-variant-numeric: tabular-nums; }
.section > h3, .actionField > h3 { margin: 3rem 0 1rem; font: 600 1.55rem/1.2 var(--sans); }
.section > h4, .actionField > h4 { margin: 2.5rem 0 0.75rem; font: 600 1.3rem/1.25 var(--sans); }
.section > h5, .section > h6, .actionField > h5, .actionField > h6 { margin: 2rem 0 0.5rem; font: 600 1.125rem/1.3 var(--sans); }
.list { padding-left: 1.5em; }
.list li + li, .list .list { margin-top: 0.35em; }
.list li::marker { color: var(--accent); font-variant-numeric: tabular-nums; }
.missing { color: var(--draft); font-style: italic; }
.mark { line-height: 0; font-size: 0.72em; font-variant-numeric: tabular-nums; }
.mark a { padding: 0.2em 0.15em; font-weight: 600; text-decoration: none; }
.mark a:hover { text-decoration: underline; }

.foreword::after { content: ""; display: block; clear: both; }
.foreword figure { width: 8.5rem; margin-bottom: 1.25rem; }
.portrait { display: block; width: 100%; border-radius: 2px; }
.signature { margin-top: 1.75rem; line-height: 1.4; }
.signature p + p { margin-top: 0; color: var(--quiet); }
.signature .name { font: 600 1.2rem/1.4 var(--sans); }
@media (min-width: 36rem) { .foreword figure { float: right; width: 12rem; margin: 0.4rem 0 1.5rem 2.5rem; } }

.goals { margin-top: 2rem; }
.goals ol { list-style: none; padding: 0; }
.group-heading { margin-bottom: 0.75rem; font-size: 1.125rem; font-weight: 700; }
.goal { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.5rem 1rem; }
.goal > .number { grid-area: 1 / 1; justify-self: start; align-self: start; font-weight: 700; font-variant-numeric: tabular-nums; hyphens: none; white-space: nowrap; }
.goal > .anchor { grid-area: 1 / 3; align-self: start; color: var(--quiet); font-size: 0.8125rem; line-height: 1.5rem; font-variant-numeric: tabular-nums; text-decoration: none; hyphens: none; white-space: nowrap; }
.goal > .anchor:hover, .goal > .anchor:focus-visible { color: var(--accent); text-decoration: underline; }
.goal > .body { grid-area: 2 / 1 / auto / -1; }
.goal > ol, .goal > .goals { grid-column: 1 / -1; }
.goal > .goals { margin-top: 0.75rem; }
.goal:target > .body > p:first-child, .subpoint:target > .body > p:first-child { text-decoration: underline; text-decoration-color: var(--notice); text-decoration-thickness: 0.2em; }

.rank-1 > .group-heading { color: var(--accent); font-size: 1.25rem; }
.rank-1 > ol > .goal { padding: 1.25rem 1.25rem 1.5rem; background: var(--panel); border-left: 6px solid var(--accent); }
.rank-1 > ol > .goal + .goal { margin-top: 1rem; }
.rank-1 > ol > .goal > .number { padding: 0.1rem 0.7rem; background: var(--accent); color: var(--on-accent); font-size: 1.0625rem; }
.rank-1 > ol > .goal > .body > p { font: 600 clamp(1.2rem, 1.1rem + 0.5vw, 1.4rem)/1.4 var(--sans); }

.rank-2 > .group-heading { padding-bottom: 0.5rem; border-bottom: 2px solid var(--accent); }
.rank-2 > ol > .goal { padding: 0.85rem 0; border-bottom: 1px solid var(--rule); }
.rank-2 > .group-heading + ol > .goal:first-child { padding-top: 0.1rem; }
.rank-2 > ol > .goal > .number { min-width: 2.9rem; padding: 0 0.5rem; border: 1.5px solid var(--accent); color: var(--accent); text-align: center; line-height: 1.5rem; }
.rank-2 > ol > .goal > .body > p { font-weight: 500; }

.rank-3 > .group-heading, .rank-4 > .group-heading { margin-bottom: 0.5rem; font-size: 1rem; }
.rank-3 > ol > .goal, .rank-4 > ol > .goal { padding: 0.5rem 0 0.5rem 1rem; border-left: 2px solid var(--accent); }
.rank-4 > ol > .goal { border-left: 1px dotted var(--quiet); }
.rank-3 > ol > .goal > .number { color: var(--accent); }
.rank-4 > .group-heading, .rank-4 > ol > .goal { font-size: 0.9375rem; }
.rank-4 > ol > .goal > .number { color: var(--quiet); }
.rank-1 .group-heading { color: var(--ink); }
.rank-1 > .group-heading { color: var(--accent); }

.subpoint + .subpoint, .subpoint .subpoint { margin-top: 0.5rem; }
.subpoint { display: grid; grid-template-columns: 2rem minmax(0, 1fr); }
.subpoint.unnumbered { display: list-item; list-style: disc; margin-left: 1.25rem; }
.subpoint > .number { color: var(--quiet); font-variant-numeric: tabular-nums; }

.participants { list-style: none; padding: 0; margin-top: 1.5rem; columns: 18rem 2; column-gap: 2.5rem; hyphens: manual; }
.participants li { break-inside: avoid; padding: 0.4rem 0; border-bottom: 1px solid var(--rule); line-height: 1.4; }

.footnotes ol { list-style: none; padding: 0; font-size: 0.9375rem; }
.footnotes li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr) auto; padding: 0.3rem 0; }
.footnotes .number { color: var(--accent); font-weight: 600; font-variant-numeric: tabular-nums; }
.footnotes li:target { background: var(--panel); }
.footnotes .back { min-width: 1.75rem; text-align: center; text-decoration: none; }
.footnotes .back::before { content: "\\21a9\\fe0e" / ""; }

.imprint { border-top: 6px solid var(--cover); background: var(--panel); font-size: 0.9375rem; hyphens: manual; }
.imprint-page { max-width: 76.5rem; margin: 0 auto; padding: 2.5rem 1.25rem 3.5rem; }
.imprint h2 { margin-bottom: 1rem; font-size: 1.125rem; }
.imprint dl > div { padding: 0.3rem 0; }
.imprint dt { color: var(--quiet); }
.imprint dd { margin: 0; }
.imprint code { font: 0.9em/1.5 ui-monospace, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.imprint-page > p { max-width: 44rem; margin-top: 1rem; color: var(--quiet); }

@media (min-width: 48rem) {
  .goal { grid-template-columns: 3.4rem minmax(0, 1fr) auto; }
  .goal > .body { grid-area: 1 / 2; }
  .goal > ol, .goal > .goals { grid-column: 2 / -1; }
  .goal.unnumbered > .body { grid-area: 1 / 1 / auto / 3; }
  .rank-1 > ol > .goal { padding: 1.5rem 1.5rem 1.75rem; grid-template-columns: 3.4rem minmax(0, 1fr) auto; }
  .rank-1 > ol > .goal > .body > p:first-child { margin-top: -0.15rem; }
  .goal .goal { grid-template-columns: 2.4rem minmax(0, 1fr) auto; }
  .imprint dl > div { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 5rem; }
  .imprint-page > p { margin-left: 22rem; }
}
@media (forced-colors: active) { .rank-1 > ol > .goal > .number, .title-page, .draft-note { border: 1px solid; } }

@page { size: A4; margin: 22mm 24mm 24mm; @bottom-center { content: counter(page); font: 9pt "${brandFonts.sans.family}", Arial, sans-serif; color: ${brandColours.light.quiet}; } }
@page :first { margin: 0; @bottom-center { content: none; } }
@media print {
  :root { ${variables(brandColours.light)} }
  html { print-color-adjust: exact; -webkit-print-color-adjust: exact; scroll-behavior: auto; }
  body { font-size: 10.5pt; line-height: 1.45; orphans: 3; widows: 3; }
  .skip, .draft-note, .goal > .anchor, .footnotes .back { display: none; }
  .page, .contents { display: block; position: static; max-width: none; max-height: none; overflow: visible; padding: 0; }
  .title-page { height: 297mm; padding: 30mm 24mm; break-after: page; display: flex; flex-direction: column; }
  .sender { margin-bottom: 60mm; }
  h1 { font-size: 34pt; }
  .subtitle { font-size: 15pt; }
  .edition { margin-top: auto; }
  .is-draft .edition span:first-child { font-size: 20pt; }
  .contents h2 { font: 600 20pt/1.2 var(--sans); }
  .part, .part + .part { break-before: page; margin: 0; padding: 0; border: 0; }
  .part > h2 { font-size: 22pt; }
  .section > h3, .actionField > h3 { font-size: 15pt; }
  h2, h3, h4, h5, h6, [role="heading"] { break-after: avoid; break-inside: avoid; }
  .rank-1 > ol > .goal > .body > p { font-size: 12.5pt; }
  .goal:not(:has(.goals, .subpoint)) { break-inside: avoid; }
  .group-heading + ol { break-before: avoid; }
  .rank-1 > ol > .goal { padding: 4mm 5mm 5mm; }
  .rank-1 > ol > .goal + .goal { margin-top: 3mm; }
  .goals { margin-top: 6mm; }
  .rank-2 > ol > .goal { padding: 2mm 0; }
  .goal > .body > p, .subpoint, .footnotes li, .signature { break-inside: avoid; }
  .footnotes ol { font-size: 9pt; }
  .imprint { break-before: page; background: none; border: 0; }
  .participants { columns: 2; }
  .imprint-page { max-width: none; padding: 0; }
  .imprint dl > div { grid-template-columns: 45mm minmax(0, 1fr); gap: 5mm; }
  .imprint-page > p { margin-left: 50mm; }
  main { padding: 0; }
}
`;

/**
 * The look of one export. Chromium paints nothing of the page into its margins but what `@page` says, so a draft's
 * word for "draft" has to stand in the stylesheet to be printed on each page.
 */
export function stylesheetFor(draftWord: string | null): string {
  if (draftWord === null) return stylesheet;
  const word = Array.from(draftWord, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `);
  return `${stylesheet}@page { @top-right { content: "${word.join('')}"; font: 700 9pt Arial, sans-serif; color: ${brandColours.light.draft}; } }\n@page :first { @top-right { content: none; } }\n`;
}

/** The roles of a palette as custom properties: `accentSoft` is `--accent-soft`. */
function variables(palette: BrandPalette): string {
  return Object.entries(palette)
    .map(
      ([role, colour]) =>
        `--${role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour};`,
    )
    .join(' ');
}
