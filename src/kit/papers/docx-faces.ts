import JSZip from 'jszip'

/** The four faces of a Chinese paper: 仿宋 for the text, 黑体 and 楷体 for its levels, 小标宋 for titles. */
export type Face = 'fang' | 'hei' | 'kai' | 'song'

/** A face by name, with what stands in for it where it is not installed. 小标宋 and the GB2312 cuts may not be handed on: none travels in the file. */
type Named = { readonly name: string; readonly instead: readonly string[]; readonly family: 'roman' | 'modern' | 'script' }

const named: Readonly<Record<Face, Named>> = {
  fang: { name: '仿宋_GB2312', instead: ['FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋', 'Noto Serif CJK SC'], family: 'roman' },
  hei: { name: '黑体', instead: ['SimHei', 'STHeiti', '华文黑体', 'Noto Sans CJK SC'], family: 'modern' },
  kai: { name: '楷体_GB2312', instead: ['KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti', '华文楷体', 'Noto Serif CJK SC'], family: 'script' },
  song: {
    name: '方正小标宋简体', instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'STZhongsong', '华文中宋', 'SimSun', 'Noto Serif CJK SC'], family: 'roman',
  },
}

const latin = 'Times New Roman'

/** The fonts of a run in a face: Chinese in the face, figures and Latin letters in Times; quotation marks count as Chinese. */
export const fontOf = (face: Face): { ascii: string; hAnsi: string; cs: string; eastAsia: string; hint: string } =>
  ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia: named[face].name, hint: 'eastAsia' })

/** The table of fonts of a Word file: for each face the names that a word processor tries when it is not installed (ECMA-376, 17.8.3.1 altName). */
function fontTable(): string {
  const fonts = Object.values(named).map(({ name, instead, family }) =>
    `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/>`
    + '<w:pitch w:val="default"/></w:font>')
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`
}

/** The Word file with the fallbacks of its fonts in its table of fonts, which the library that wrote it leaves empty. */
export async function withFallbacks(docx: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(docx)
  if (zip.file('word/fontTable.xml') === null) throw new Error('a Word file without a table of fonts')
  zip.file('word/fontTable.xml', fontTable())
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
