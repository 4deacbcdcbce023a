import fc from 'fast-check';

/** Words that break writers of markup: ends of elements, quotes, entities, controls, right-to-left text, emoji. */
export const nastyWords = [
  '</script><script>alert(1)</script>',
  '</style></title></main>',
  '<img src=x onerror=alert(1)>',
  '<!-- --> ]]> <![CDATA[',
  '&amp; &lt; &#x26; &nbsp &copy',
  `"doppelt" 'einfach' \`schräg\` „deutsch“`,
  'שלום עולם‏ مرحبا',
  '\u202eumgekehrt\u202c',
  '👩‍👩‍👧‍👦 🏳️‍🌈 𝕏',
  'a\u0000b\u0007c\u001bd\ufffee\u0085f',
  '\ud800 halb',
  'Zeile\r\nZeile\tTab\u2028Trenner',
  '{{x}} ${x} %s \\n \\u0041',
  'Straße\u00adname\u00a0§\u202f5',
  '_x0041_ MERGEFIELD "x" \\* MERGEFORMAT',
] as const;

/** Any text made of nasty words and of arbitrary characters, seldom empty. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...nastyWords), fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
