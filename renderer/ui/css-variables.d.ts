import 'react';

declare module 'react' {
  /** Styles may set variables that a stylesheet reads. */
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number | undefined;
  }
}
