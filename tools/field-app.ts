/** What makes the field app an app: its list of files in the service worker, its manifest and its icons. A plugin of the build. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Plugin, Rollup } from 'vite'

const paper = '#F5F2EA'
const ink = '#221F1A'
const sheet = '#FFFDF8'

/** Two doors under one lintel, side by side: neighbours. `bleed` fills the square for systems that cut their own shape. */
const drawing = (bleed: boolean): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" rx="${bleed ? 0 : 112}" fill="${ink}"/>
  <g transform="translate(256 262) scale(${bleed ? 0.78 : 1}) translate(-256 -256)" fill="none" stroke="${sheet}" stroke-width="26" stroke-linecap="round"
    stroke-linejoin="round"><path d="M104 136 H408"/><path d="M136 136 V384 H248 V240 a56 56 0 0 0 -112 0"/>
    <path d="M264 384 V240 a56 56 0 0 1 112 0 V384 Z"/><path d="M104 384 H408"/></g>
  <g transform="translate(256 262) scale(${bleed ? 0.78 : 1}) translate(-256 -256)" fill="${sheet}"><circle cx="222" cy="300" r="13"/><circle cx="290" cy="300" r="13"/></g>
</svg>`

const icons = [
  { name: 'field-icon-192.png', side: 192, bleed: false }, { name: 'field-icon-512.png', side: 512, bleed: false },
  { name: 'field-icon-full-512.png', side: 512, bleed: true }, { name: 'field-icon-apple-180.png', side: 180, bleed: true },
]

const manifest = {
  id: '/field', name: '邻里巡访', short_name: '邻里', lang: 'zh-CN', start_url: '/field', scope: '/field', display: 'standalone', orientation: 'portrait',
  background_color: paper, theme_color: paper,
  icons: [
    { src: '/field-icon-192.png', sizes: '192x192', type: 'image/png' }, { src: '/field-icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/field-icon-full-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

/** Every file that the field app may ask for: its entry, what that imports, and what it loads later. */
function filesOf(bundle: Rollup.OutputBundle): readonly string[] {
  const page = bundle['field.html']
  const named = page?.type === 'asset' ? String(page.source).match(/(?<=\/)assets\/[^"]+/g) ?? [] : []
  const found = new Set<string>()
  const walk = (name: string): void => {
    const chunk = bundle[name]
    if (found.has(name) || chunk === undefined) return
    found.add(name)
    if (chunk.type !== 'chunk') return
    // styles of a chunk stand in a field that vite adds
    const styles = 'viteMetadata' in chunk ? (chunk.viteMetadata as { importedCss?: Set<string> }).importedCss : undefined
    for (const style of styles ?? []) found.add(style)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) walk(next)
  }
  const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.name === 'field')
  if (!entry) throw new Error('the build has no field app')
  for (const name of [entry.fileName, ...named]) walk(name)
  return [...found].sort().map((name) => `/${name}`)
}

/** For the build that holds the entry `field` and the entry `field-sw`. */
export function fieldApp(): Plugin {
  return {
    name: 'linli-field-app',
    enforce: 'post',
    async generateBundle() {
      for (const { name, side, bleed } of icons) {
        this.emitFile({ type: 'asset', fileName: name, source: await sharp(Buffer.from(drawing(bleed))).resize(side, side).png().toBuffer() })
      }
      this.emitFile({ type: 'asset', fileName: 'field.webmanifest', source: JSON.stringify(manifest) })
    },
    // The page's own links are known only when everything is written.
    writeBundle({ dir = '' }, bundle) {
      const worker = path.join(dir, 'field-sw.js')
      const code = readFileSync(worker, 'utf8')
      const files = filesOf(bundle)
      const build = createHash('sha256').update(files.join()).update(code).digest('hex').slice(0, 12)
      writeFileSync(worker, code.replaceAll('__FILES__', JSON.stringify(files)).replaceAll('__BUILD__', JSON.stringify(build)))
    },
  }
}
