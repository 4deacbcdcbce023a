/** The part of the package that is used; its own types are not reachable by its `exports` as of 2.6.2. */
declare module '@resvg/resvg-wasm' {
  export function initWasm(wasm: Uint8Array): Promise<void>;
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly fitTo: { readonly mode: 'width'; readonly value: number };
        readonly font: {
          readonly fontBuffers: readonly Uint8Array[];
          readonly defaultFontFamily: string;
          readonly sansSerifFamily: string;
          readonly serifFamily: string;
        };
      },
    );
    render(): { asPng(): Uint8Array };
    free(): void;
  }
}
