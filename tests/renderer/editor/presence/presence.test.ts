import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRelativePositionFromTypeIndex, Doc, relativePositionToJSON } from 'yjs';
import { caretColours } from '../../../../renderer/editor/presence/caret-colours.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { openHeadless } from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { readRemoteCaret } from '../../../../renderer/editor/presence/presence-state.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them, written down once more. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('carets of others', () => {
  it('PRS1: any colour, also none, gives a name that is read with a contrast of 4.5', () => {
    const colour = fc.oneof(
      fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
      fc.string(),
    );
    fc.assert(
      fc.property(colour, (wanted) => {
        const { background, foreground } = caretColours(wanted);
        expect(background).toMatch(/^#[0-9a-f]{6}$/u);
        expect(contrast(background, foreground)).toBeGreaterThanOrEqual(4.5);
      }),
      { seed: 20240229, numRuns: 300 },
    );
  });

  it('PRS2: what somebody tells of themselves is read if it makes sense, and is nobody otherwise', () => {
    const doc = new Doc();
    const text = doc.getXmlFragment('document');
    const place: unknown = relativePositionToJSON(createRelativePositionFromTypeIndex(text, 0));
    const user = { name: 'Mia', institution: 'KI', color: '#0b5567' };
    expect(readRemoteCaret({ user, cursor: { anchor: place, head: place } })).toMatchObject(user);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(() => readRemoteCaret(one)).not.toThrow();
        expect(() => readRemoteCaret({ user, cursor: { anchor: one, head: other } })).not.toThrow();
        expect(() => readRemoteCaret({ user: one, cursor: other })).not.toThrow();
      }),
      { seed: 20240229, numRuns: 300 },
    );
    const room = new Doc();
    writeDocument(room, sampleDocument());
    const editor = openHeadless(room, createCountingIds('new'));
    const id = fc.record({ client: fc.constantFrom(room.clientID, 7), clock: fc.nat(5000) });
    const nonsense = fc.record({ type: fc.option(id), item: fc.option(id) });
    fc.assert(
      fc.property(nonsense, nonsense, (anchor, head) => {
        const caret = readRemoteCaret({ user, cursor: { anchor, head } });
        if (caret) expect(() => editor.binding.absolute(caret.selection)).not.toThrow();
      }),
      { seed: 20240229, numRuns: 300 },
    );
    editor.close();
  });
});
