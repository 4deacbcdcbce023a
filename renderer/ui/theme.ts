import {
  createTheme,
  Kbd,
  Menu,
  mergeThemeOverrides,
  Modal,
  Notification,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import colours from '../../resources/brand/colours.json';

/** Ten steps of the brand's accent, from its palest to its darkest. */
const petrol: MantineColorsTuple = [
  '#eaf4f7',
  '#d3e6eb',
  '#a6ccd7',
  '#76b1c1',
  '#4f97a9',
  '#2a7488',
  '#155f73',
  '#0b5567',
  '#084353',
  '#05323e',
];

/** Warnings and what cannot be undone, with enough contrast on both grounds. */
const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fbe3e1',
  '#f5c4c0',
  '#ffb1aa',
  '#ff9c94',
  '#d9534c',
  '#b8302f',
  '#a11d21',
  '#84161a',
  '#5c0f12',
];

/** Greys of the dark theme, of the same tint as its ground: letters, quiet letters, lines, fields, grounds. */
const dark: MantineColorsTuple = [
  '#e2e9eb',
  '#c3cfd3',
  '#a3b3b8',
  '#8a9ca2',
  '#3b4f56',
  '#263840',
  '#172429',
  '#0f1719',
  '#0b1113',
  '#070c0e',
];

/** How the window looks: calm, typographic, one accent. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.2,
  colors: { petrol, red, dark },
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
  headings: {
    fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
    fontWeight: '600',
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Its placeholder is no item, and a menu may hold nothing else.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Kbd: Kbd.extend({ styles: { root: { fontFamily: 'inherit', fontWeight: 500 } } }),
    Modal: Modal.extend({ styles: { title: { fontSize: '1.1875rem', fontWeight: 600 } } }),
    // The bar of a dialog is none of the page, which has one banner at most.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'none' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350 } }),
  },
});

/** The same, in which what puts a notification away says so to those who do not see it. */
export function namedTheme(closeLabel: string) {
  const closeButtonProps = { 'aria-label': closeLabel };
  const components = { Notification: Notification.extend({ defaultProps: { closeButtonProps } }) };
  return mergeThemeOverrides(theme, createTheme({ components }));
}

/** The brand's roles as variables: `--leitbild-ink`, `--leitbild-accent`, … in both themes. */
export const brandVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...roles(colours.light),
    '--mantine-color-text': colours.light.ink,
    '--mantine-color-dimmed': colours.light.quiet,
  },
  dark: {
    ...roles(colours.dark),
    '--mantine-color-body': colours.dark.paper,
    '--mantine-color-text': colours.dark.ink,
    '--mantine-color-dimmed': colours.dark.quiet,
    '--mantine-color-error': colours.dark.draft,
    // Quiet buttons stand out from their ground; by themselves they would be darker than it.
    '--mantine-color-petrol-light': '#1d3843',
    '--mantine-color-petrol-light-hover': '#254652',
  },
});

function roles(brand: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(brand).map(([role, value]) => [`--leitbild-${kebab(role)}`, value]),
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
