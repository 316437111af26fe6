// Builds the front ends: one HTML file per kind of user, hashed assets, nothing inline, so that a strict content policy holds.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const pages = ['resident', 'field', 'console', ...(process.env.LINLI_GALLERY === '1' ? ['gallery'] : [])]

export default defineConfig({
  root: at('./src/app'),
  base: '/',
  publicDir: false,
  cacheDir: at('./node_modules/.cache/vite'),
  plugins: [react()],
  build: {
    outDir: at('./dist'),
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
