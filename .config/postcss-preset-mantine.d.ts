/** The package has no types of its own. */
declare module 'postcss-preset-mantine' {
  import type { AcceptedPlugin } from 'postcss';

  export default function mantine(): AcceptedPlugin;
}
