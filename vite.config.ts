// Builds the front ends: one HTML file per kind of user, hashed assets, nothing inline, so that a strict content policy holds.
// `--mode resident`: the residents' pages on preact, which is a tenth of React (docs/decisions/0006). `--mode staff`: field and console.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fieldApp } from './tools/field-app.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const pagesOf: Readonly<Record<string, readonly string[]>> = { resident: ['resident'], staff: ['field', 'console'], gallery: ['gallery'] }
const onPreact = {
  'react/jsx-runtime': 'preact/jsx-runtime', 'react-dom/client': 'preact/compat/client', 'react-dom': 'preact/compat', react: 'preact/compat',
}

export default defineConfig(({ mode }) => ({
  root: at('./src/app'),
  base: '/',
  publicDir: false,
  cacheDir: at('./node_modules/.cache/vite'),
  plugins: [react(), ...(mode === 'staff' ? [fieldApp()] : [])],
  resolve: { alias: mode === 'resident' ? onPreact : {} },
  build: {
    // The gallery of parts is for those who build and test screens: it is built apart and never into dist/.
    outDir: at(mode === 'gallery' ? './node_modules/.cache/gallery' : './dist'),
    // tools/build.mjs takes away what two builds ago left: a running server still names the files of the last one.
    emptyOutDir: mode === 'gallery',
    manifest: `.vite/${mode}.json`,
    // Phones of residents can be seven years old.
    target: ['chrome87', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        ...Object.fromEntries((pagesOf[mode] ?? []).map((page) => [page, at(`./src/app/${page}.html`)])),
        ...(mode === 'staff' ? { 'field-sw': at('./src/app/field-sw.ts') } : {}),
      },
      output: {
        // A service worker's address must stay the same from build to build.
        entryFileNames: (chunk) => (chunk.name === 'field-sw' ? '[name].js' : 'assets/[name]-[hash].js'),
        // The library changes rarely: a file of its own stays in the browser's cache from release to release.
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|preact)[\\/]/ }] },
      },
    },
  },
}))
