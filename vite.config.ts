// Builds the front ends: one HTML file per kind of user, hashed assets, nothing inline, so that a strict content policy holds.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
// The gallery of parts is for those who build and test screens: it is built apart and never into dist/.
const gallery = process.env.LINLI_GALLERY === '1'
const pages = gallery ? ['gallery'] : ['resident', 'field', 'console']

export default defineConfig({
  root: at('./src/app'),
  base: '/',
  publicDir: false,
  cacheDir: at('./node_modules/.cache/vite'),
  plugins: [react()],
  build: {
    outDir: at(gallery ? './node_modules/.cache/gallery' : './dist'),
    emptyOutDir: true,
    manifest: true,
    // Phones of residents can be seven years old.
    target: ['chrome87', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, at(`./src/app/${page}.html`)])),
      output: {
        // React changes rarely: a file of its own stays in the browser's cache from release to release.
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }] },
      },
    },
  },
})
