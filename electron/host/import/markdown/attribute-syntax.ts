import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    leitbildAttributes: 'leitbildAttributes';
  }
}

/** A pair of braces with what stands between them; whether it is an attribute list, `attributes.ts` decides. */
export interface BraceNode {
  type: 'braces';
  /** With both braces, as in the source. */
  value: string;
  position?: {
    start: { line: number; column: number; offset?: number };
    end: { line: number; column: number };
  };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    braces: BraceNode;
  }
  interface RootContentMap {
    braces: BraceNode;
  }
}

const OPENING = 123;
const CLOSING = 125;

const tokenize: Tokenizer = (effects, ok, nok) => {
  const inside: State = (code) => {
    if (code === null || code < 0 || code === OPENING) return nok(code);
    effects.consume(code);
    if (code !== CLOSING) return inside;
    effects.exit('leitbildAttributes');
    return ok;
  };
  return (code) => {
    effects.enter('leitbildAttributes');
    effects.consume(code);
    return inside;
  };
};

const construct: Construct = { name: 'leitbildAttributes', tokenize };

/** Makes micromark read unescaped braces on one line as a piece of their own, so that ids in them stay untouched. */
export const attributeSyntax: Extension = { text: { [OPENING]: construct } };

/** Turns these pieces into `braces` nodes of the tree. */
export const attributeNodes: MdastExtension = {
  enter: {
    leitbildAttributes(token) {
      this.enter({ type: 'braces', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    leitbildAttributes(token) {
      this.exit(token);
    },
  },
};
