import { assertNever } from '../errors/result.ts';
import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../schema/document.ts';
import { goalKindOf, type NumberRule, type NumberStyle, type Profile } from '../schema/profile.ts';
import { childrenOf } from '../schema/walk.ts';

/** The number of one node as it is printed today. */
export interface NodeNumber {
  /** The whole number, fit for quoting: "6.4", "6.4.T3", "6.4.T3.a", "7" for a footnote. */
  readonly full: string;
  /** As it stands beside the node itself: "6.4", "T3", "a)", "7". */
  readonly short: string;
}

export type Numbering = ReadonlyMap<NodeId, NodeNumber>;

/**
 * Numbers chapters, sections, fields, goals, subpoints and footnotes of a document (rules NUM1 to NUM8).
 * Nodes whose style is `none` have no entry and do not count for their parent's full number either.
 */
export function numberDocument(document: LeitbildDocument, profile: Profile): Numbering {
  const numbers = new Map<NodeId, NodeNumber>();
  const { numbering } = profile;
  let chapters = 0;
  let footnotes = 0;

  const assign = (id: NodeId, rule: NumberRule, counter: number, parent: string): string => {
    if (rule.style === 'none') return parent;
    const counted = `${rule.prefix}${formatCounter(counter, rule.style)}`;
    const full = rule.separator === null || parent === '' ? counted : `${parent}${rule.separator}${counted}`;
    const short = rule.prefix === '' && rule.suffix === '' ? full : `${counted}${rule.suffix}`;
    numbers.set(id, { full, short });
    return full;
  };

  /** Counters of the nearest chapter, section or field; nested goal groups have their own for what stands under one goal. */
  interface Scope {
    readonly number: string;
    parts: number;
    readonly goals: Map<string, number>;
  }
  const scopeOf = (number: string): Scope => ({ number, parts: 0, goals: new Map() });

  const visit = (node: LeitbildNode, scope: Scope, subpointDepth: number): void => {
    let subpoints = 0;
    for (const child of childrenOf(node)) {
      switch (child.type) {
        case 'chapter': {
          chapters += 1;
          if (numbering.footnote.restart === 'chapter') footnotes = 0;
          visit(child, scopeOf(assign(child.attrs.id, numbering.chapter, chapters, '')), 0);
          break;
        }
        case 'section':
        case 'actionField': {
          scope.parts += 1;
          visit(child, scopeOf(assign(child.attrs.id, numbering[child.type], scope.parts, scope.number)), 0);
          break;
        }
        case 'goalGroup': {
          const kind = goalKindOf(profile, child.attrs.kind);
          if (kind?.restart === 'group') scope.goals.delete(child.attrs.kind);
          visit(child, scope, 0);
          break;
        }
        case 'goal': {
          const kindId = node.type === 'goalGroup' ? node.attrs.kind : '';
          const counter = (scope.goals.get(kindId) ?? 0) + 1;
          scope.goals.set(kindId, counter);
          const kind = goalKindOf(profile, kindId);
          const full = kind ? assign(child.attrs.id, kind.number, counter, scope.number) : scope.number;
          visit(child, scopeOf(full), 0);
          break;
        }
        case 'subpoint': {
          subpoints += 1;
          const rule = numbering.subpoints[subpointDepth] ?? numbering.subpoints.at(-1);
          const full = rule ? assign(child.attrs.id, rule, subpoints, scope.number) : scope.number;
          visit(child, scopeOf(full), subpointDepth + 1);
          break;
        }
        case 'footnote': {
          footnotes += 1;
          const rule: NumberRule = {
            style: numbering.footnote.style,
            prefix: '',
            suffix: '',
            separator: null,
          };
          assign(child.attrs.id, rule, footnotes, '');
          break;
        }
        default:
          visit(child, scope, subpointDepth);
      }
    }
  };

  visit(document, scopeOf(''), 0);
  return numbers;
}

/** Writes a counter (1, 2, 3 …) in a style; letters go on after z as aa, ab. `none` gives an empty string. */
export function formatCounter(counter: number, style: NumberStyle): string {
  switch (style) {
    case 'decimal':
      return String(counter);
    case 'lower-alpha':
      return letters(counter);
    case 'upper-alpha':
      return letters(counter).toUpperCase();
    case 'lower-roman':
      return roman(counter);
    case 'upper-roman':
      return roman(counter).toUpperCase();
    case 'none':
      return '';
    default:
      return assertNever(style);
  }
}

function letters(counter: number): string {
  let rest = counter;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

const ROMAN_STEPS = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(counter: number): string {
  let rest = counter;
  let text = '';
  for (const [value, sign] of ROMAN_STEPS) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
