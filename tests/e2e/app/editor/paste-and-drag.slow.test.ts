import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTextTester, type TextTester } from '../../../support/editor/text-tester.ts';

let tester: TextTester;

beforeAll(async () => {
  tester = await createTextTester();
});
afterAll(() => tester.close());
beforeEach(async () => {
  await tester.open();
  return () => {
    expect(tester.faults).toEqual([]);
  };
});

/** A page as Word 365 puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><style>p.MsoNormal{margin:0}</style><title>Geheimer Titel</title></head><body lang=DE style='tab-interval:35.4pt'>
<!--StartFragment-->
<h2>Neue Wege<o:p></o:p></h2>
<p class=MsoNormal>Ein <b>fetter</b> und <i style='mso-bidi-font-style:normal'>schräger</i> Satz<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a> mit <a href="https://example.org/a">Link</a> und <a href="javascript:alert(1)">ohne</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>erstens</p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>darunter</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>zweitens</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Zelle A</p></td><td><p class=MsoNormal>Zelle B</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/bild.png" alt="">Schluss<script>alert(1)</script></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Die <i>Quelle</i>.</p></div></div>
</body></html>`;

const LIBREOFFICE = `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body lang="de-DE">
<h1>Überschrift</h1><p style="margin-bottom: 0cm">Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> weiter</p>
<ol><li><p>eins</p></li><li><p>zwei</p><ul><li><p>zwei a</p></li></ul></li></ol>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Anmerkung.</p></div></body></html>`;

const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;font-style:normal">Gewöhnlich </span><span style="font-weight:700">fett</span></p><ul><li dir="ltr" aria-level="1"><p><span>Punkt</span></p></li></ul></b>`;

describe('pasting', () => {
  it('PAS4: a page of Word becomes headings, lists with their levels, marks, safe links and footnotes, and nothing else', async () => {
    await tester.clickAt('keinen Haushaltsplan.');
    await tester.paste({ 'text/html': WORD, 'text/plain': 'x' });
    expect(await tester.shape('abgrenzung')).toEqual([
      'heading Abgrenzung',
      'paragraph Dieses Leitbild ersetzt keinen Haushaltsplan.',
      'section',
      '  heading Neue Wege',
      '  paragraph Ein *fetter* und /schräger/ Satz[Die /Quelle/.] mit <https://example.org/a Link> und ohne.',
      '  bulletList',
      '    listItem',
      '      paragraph erstens',
      '      bulletList',
      '        listItem',
      '          paragraph darunter',
      '    listItem',
      '      paragraph zweitens',
      '  paragraph Zelle A',
      '  paragraph Zelle B',
      '  paragraph Schluss',
    ]);
  });

  it('PAS4: LibreOffice and Google Docs likewise, in a goal as goals and subpoints', async () => {
    await tester.clickAt('Wer warten muss, erfährt den Grund.');
    await tester.paste({ 'text/html': LIBREOFFICE });
    expect((await tester.shape('feld-arbeit')).slice(-10)).toEqual([
      '  goal',
      '    paragraph Abschlüsse aus anderen Ländern werden binnen drei Monaten geprüft. Wer warten muss, erfährt den Grund.Überschrift',
      '  goal',
      '    paragraph Text[Anmerkung.] weiter',
      '    subpoint',
      '      paragraph eins',
      '    subpoint',
      '      paragraph zwei',
      '      subpoint',
      '        paragraph zwei a',
    ]);
    await tester.open();
    await tester.clickAt('keinen Haushaltsplan.');
    await tester.paste({ 'text/html': GOOGLE });
    expect((await tester.shape('abgrenzung')).slice(1)).toEqual([
      'paragraph Dieses Leitbild ersetzt keinen Haushaltsplan.Gewöhnlich *fett*',
      'bulletList',
      '  listItem',
      '    paragraph Punkt',
    ]);
  });

  it('PAS5: own goals are copied with their structure and get ids of their own; cut and pasted they keep them', async () => {
    await tester.select('Schulen und Betriebe', 'die Schule verlässt.');
    await tester.page.keyboard.press('Control+c');
    await tester.clickAt('erfährt den Grund.');
    await tester.page.keyboard.press('Enter');
    await tester.page.keyboard.press('Control+v');
    const shape = await tester.shape('feld-arbeit');
    expect(shape.filter((line) => line.includes('dass Praktika'))).toHaveLength(2);
    expect(await tester.page.$$('[data-id="z-t2"]')).toHaveLength(1);
    await tester.open();
    await tester.select('Schulen und Betriebe', 'die Schule verlässt.');
    await tester.page.keyboard.press('Control+x');
    expect(await tester.page.$('[data-id="z-t2"]')).toBeNull();
    await tester.clickAt('erfährt den Grund.');
    await tester.page.keyboard.press('Enter');
    await tester.page.keyboard.press('Control+v');
    expect(JSON.stringify(await tester.node('z-t2'))).toContain('dass Praktika');
    expect((await tester.shape('feld-arbeit')).slice(-13)).toEqual([
      '    paragraph Abschlüsse aus anderen Ländern werden binnen drei Monaten geprüft. Wer warten muss, erfährt den Grund.',
      '  goal',
      '    paragraph Schulen und Betriebe vereinbaren gemeinsam,',
      '    subpoint',
      '      paragraph dass jede Klasse im Jahr zwei Betriebe besucht,',
      '    subpoint',
      '      paragraph dass Praktika',
      '      subpoint',
      '        paragraph ausgeschrieben und',
      '      subpoint',
      '        paragraph am Ende gemeinsam ausgewertet werden,',
      '    subpoint',
      '      paragraph dass niemand ohne Beratung die Schule verlässt.',
    ]);
  });

  it('PAS7: in a footnote all becomes one text with line breaks, in a heading the rest goes under it, in a subpoint items go beside', async () => {
    await tester.clickAt('keinen Haushaltsplan.');
    await tester.page.keyboard.type('[^');
    await tester.page.waitForSelector('.footnote-text');
    await tester.page.keyboard.type('Vgl. ');
    await tester.paste({ 'text/html': '<p>Erstens <b>so</b>.</p><p>Zweitens.</p>' });
    const note = JSON.stringify(await tester.node('abgrenzung'));
    expect(note).toMatch(/"type":"footnote".*"Vgl\. Erstens ".*"so".*"hardBreak".*"Zweitens\."/);
    await tester.page.keyboard.press('Escape');
    await tester.clickAt('Abgrenzung');
    await tester.paste({ 'text/html': '<p>und mehr</p><p>Ein Absatz.</p>' });
    expect((await tester.shape('abgrenzung')).slice(0, 2)).toEqual([
      'heading Abgrenzungund mehr',
      'paragraph Ein Absatz.',
    ]);
    await tester.clickAt('ohne Beratung die Schule verlässt.');
    await tester.paste({ 'text/html': '<ul><li>neu eins</li><li>neu zwei</li></ul>' });
    expect((await tester.shape('z-t2')).slice(-3)).toEqual([
      '  paragraph dass niemand ohne Beratung die Schule verlässt.neu eins',
      'subpoint',
      '  paragraph neu zwei',
    ]);
  });

  it('PAS6: five megabytes are refused at once with a notice, and nothing is lost', async () => {
    const before = await tester.document();
    await tester.clickAt('keinen Haushaltsplan.');
    const begun = Date.now();
    const notices = await tester.paste({
      'text/plain': 'Wort '.repeat(1_000_000),
      'text/html': '<p>Wort</p>'.repeat(500_000),
    });
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(notices).toEqual([{ code: 'paste-too-long', length: 5_500_000, most: 400_000 }]);
    expect(await tester.document()).toEqual(before);
  });

  it('PAS6: a long text within the bounds is taken in seconds', async () => {
    await tester.clickAt('keinen Haushaltsplan.');
    const begun = Date.now();
    await tester.paste({ 'text/plain': 'Eine Zeile mit etlichen Wörtern darin.\n'.repeat(2_500) });
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect((await tester.shape('abgrenzung')).length).toBe(2501);
  });
});

describe('dragging', () => {
  it('DRG1: a goal dragged by its handle goes to another field, with its id, and undo brings it back', async () => {
    const before = await tester.document();
    const from = await tester.placeOf('Abschlüsse aus anderen', 'before');
    await tester.page.mouse.move(from.x, from.y);
    await tester.page.hover('.drag-handle');
    const target = await (await tester.page.waitForSelector('[data-id="z-l2"] > p')).boundingBox();
    if (!target) throw new Error('not seen');
    await tester.page.mouse.down();
    await tester.page.mouse.move(target.x + 60, target.y + 4, { steps: 6 });
    // The browser tells of the last move when the next one comes.
    await tester.page.mouse.move(target.x + 61, target.y + 4);
    await tester.page.waitForSelector('.drop-line');
    await tester.page.mouse.up();
    expect((await tester.shape('feld-wohnen')).join('\n')).toContain('Abschlüsse aus anderen');
    expect(await tester.page.getAttribute('[data-id="z-t3"]', 'data-number')).toBe('L1');
    await tester.page.keyboard.press('Control+z');
    expect(await tester.document()).toEqual(before);
  });
});

describe('dragging selected words', () => {
  /** Selects words and drags them by mouse to before others. */
  async function dragWords(words: string, target: string): Promise<void> {
    await tester.select(words, words);
    const places = await tester.page.evaluate(
      ([from, to]) => {
        const boxOf = (wanted: string): { x: number; y: number; width: number } => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(wanted) ?? -1;
            if (at < 0 || !node.parentElement?.closest('.leitbild-text')) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const [box] = range.getClientRects();
            if (box) return { x: box.x, y: box.y + box.height / 2, width: box.width };
          }
          throw new Error(`nowhere: ${wanted}`);
        };
        return { from: boxOf(from ?? ''), to: boxOf(to ?? '') };
      },
      [words, target],
    );
    const { mouse } = tester.page;
    await mouse.move(places.from.x + places.from.width / 2, places.from.y);
    await mouse.down();
    await mouse.move(places.to.x + 1, places.to.y, { steps: 8 });
    await mouse.move(places.to.x, places.to.y);
    await mouse.up();
  }

  it('DRG2: within a paragraph they change their place, and nothing else changes', async () => {
    const before = await tester.document();
    await dragWords('binnen ', 'geprüft.');
    expect((await tester.shape('z-t3'))[0]).toContain('werden drei Monaten binnen geprüft.');
    await dragWords('drei Monaten ', 'geprüft.');
    expect(await tester.document()).toEqual(before);
  });

  it('DRG2: from one goal to another they go without the goal, each keeps its id, and undo brings them back', async () => {
    const before = await tester.document();
    await dragWords('erfährt', 'Schulen und Betriebe');
    expect((await tester.shape('z-t2'))[0]).toBe(
      'paragraph erfährtSchulen und Betriebe vereinbaren gemeinsam,',
    );
    expect((await tester.shape('z-t3'))[0]).not.toContain('erfährt');
    const idsOf = (document: unknown): readonly string[] =>
      [...JSON.stringify(document).matchAll(/"id":"([^"]+)"/gu)].map(([, id]) => id ?? '');
    expect(idsOf(await tester.document())).toEqual(idsOf(before));
    await tester.page.keyboard.press('Control+z');
    expect(await tester.document()).toEqual(before);
  });
});
