import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';

/** The same value with the keys of all its objects inserted in another order. */
function shuffled(value: unknown, order: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, shuffled(member, order)] as const);
  const turned = [
    ...entries.slice(order % (entries.length + 1)),
    ...entries.slice(0, order % (entries.length + 1)),
  ];
  return Object.fromEntries(order % 2 === 0 ? turned : turned.toReversed());
}

const json = fc.jsonValue({ noUnicodeString: false, stringUnit: 'grapheme' });

describe('canonicalJson', () => {
  it('EDI1: says the same as JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('EDI1: has one form, whatever the order of keys', () => {
    fc.assert(
      fc.property(json, fc.nat(7), (value, order) => {
        expect(canonicalJson(shuffled(value, order))).toBe(canonicalJson(value));
      }),
    );
  });

  it('EDI1: sorts keys by code units, without white space', () => {
    expect(canonicalJson({ ö: 1, b: [true, null], a: { d: 'x', c: -0 } })).toBe(
      '{"a":{"c":0,"d":"x"},"b":[true,null],"ö":1}',
    );
  });

  it('leaves undefined members out and refuses what JSON cannot say', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
    expect(() => canonicalJson([() => 1])).toThrow(TypeError);
  });
});
