import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const root = new URL('../renderer/', import.meta.url).pathname;

/** Builds the renderer into `dist/renderer`: files that name their content, served by every host. */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: new URL('../dist/renderer/', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'chrome120',
    // Licences stand in THIRD-PARTY-NOTICES.md; the content policy allows no inlined worker or font.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
});
