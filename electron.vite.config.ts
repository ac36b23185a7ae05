/** Three builds: what runs in Node (main, engine, worker), the preload, and the page. All land in out/. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      // One build for the three Node entries, so that they share what they share.
      outDir: at('out'),
      emptyOutDir: false,
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          'main/index': at('electron/main/index.ts'),
          'engine/index': at('electron/engine/index.ts'),
          'engine/worker': at('src/engine/worker/main.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload is one CommonJS file: nothing may stay outside it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/ui'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // Files come from the disk beside the app, not over a line: one large chunk is cheaper than ten.
      chunkSizeWarningLimit: 2_000,
      // `data:` fonts are not in the content security policy; every asset is a file.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src/ui/index.html') } },
    },
  },
});
