/** What a file is by its bytes, whatever its name says, and whether all of it is there. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import { BadFile } from './bad-file.ts'
import { checkWorkbook } from './zip.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'
/** A whole file of a kind that can be read. */
export type Sniffed = { readonly format: 'xlsx' } | { readonly format: 'csv'; readonly gzip: boolean; readonly encoding: Encoding }

/** Most bytes of text that are read, unpacked: more is no table but a trap. */
const MOST_BYTES = 4 * 2 ** 30
const SAMPLE = 65_536

const SIGNS: readonly (readonly [string, string, string])[] = [
  ['255044462d', 'PDF 文件', 'a PDF'], ['89504e47', '图片', 'a picture'], ['ffd8ff', '图片', 'a picture'], ['47494638', '图片', 'a picture'],
  ['52617221', 'RAR 压缩包', 'a RAR archive'], ['377abcaf271c', '7z 压缩包', 'a 7z archive'], ['fd377a585a00', 'xz 压缩包', 'an xz archive'],
  ['425a68', 'bzip2 压缩包', 'a bzip2 archive'], ['28b52ffd', 'zstd 压缩包', 'a zstd archive'], ['53514c69746520666f726d6174', '数据库文件', 'a database'],
]

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new BadFile('找不到这个文件。', 'There is no such file.') : new BadFile('这个文件打不开。', 'The file can’t be opened.')
  })
  try {
    if (!(await handle.stat()).isFile()) throw new BadFile('这不是一个文件。', 'This is not a file.')
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    if (bytesRead === 0) throw new BadFile('文件是空的。', 'The file is empty.')
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b
const isZip = (head: Buffer): boolean => head.subarray(0, 4).toString('hex') === '504b0304'

/** An old binary workbook, or the envelope in which a workbook with a password is kept. */
async function refuseEnvelope(file: string): Promise<never> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  let before: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) { // no encoding is set, so chunks are bytes
    if (Buffer.concat([before, chunk]).includes(name)) {
      throw new BadFile('工作簿设了密码，请去掉密码另存后再导入。', 'The workbook is encrypted: save it without a password and import that.')
    }
    before = chunk.subarray(-name.length)
  }
  throw new BadFile('这是旧版的 .xls 工作簿，请另存为 .xlsx。', 'This is an old .xls workbook: save it as .xlsx.')
}

function refuseStrange(head: Buffer): void {
  const hex = head.subarray(0, 16).toString('hex')
  const [, zh, en] = SIGNS.find(([sign]) => hex.startsWith(sign)) ?? []
  if (zh) throw new BadFile(`这其实是${zh}，不是表格。`, `This is really ${en}, not a table.`)
  if (/^\ufeff?\s*<(?:!doctype|html|\?xml|table|head|meta)/i.test(head.subarray(0, 512).toString('utf8'))) {
    throw new BadFile('这其实是网页，不是表格；请在表格软件里打开后另存为 .xlsx。', 'This is really a web page, not a table: open it in a spreadsheet and save it as .xlsx.')
  }
}

/** The bytes of a text file, unpacked. Throws BadFile where the packing ends too soon or is damaged. */
export async function* textBytes(file: string, gzip: boolean): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 })
  const source = gzip ? raw.pipe(createGunzip({ chunkSize: 1 << 18 })) : raw
  let bytes = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) { // as above
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw new BadFile('文件解开后太大（超过 4 GB），请分成几个。', 'The file is too large unpacked (over 4 GB): split it.')
      yield chunk
    }
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
      ? new BadFile('压缩文件没有传完整，请重新拿一份。', 'The compressed file is cut off: get it again.')
      : new BadFile('压缩文件坏了，读不出来。', 'The compressed file is damaged and can’t be read.')
  } finally {
    raw.destroy()
  }
}

/** Whether all bytes are text in `encoding`; 'late' when the first part, with more than ASCII in it, was and a later part is not. */
async function isTextIn(file: string, gzip: boolean, encoding: Encoding): Promise<'yes' | 'no' | 'late'> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let wide = false
  try {
    for await (const chunk of textBytes(file, gzip)) {
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('\0')) throw new BadFile('这不是表格，是程序才看得懂的文件。', 'This is no table but a binary file.')
      wide ||= /[\u0080-\uffff]/.test(text)
    }
    decoder.decode()
    return 'yes'
  } catch (error) {
    if (error instanceof BadFile) throw error
    return wide ? 'late' : 'no'
  }
}

async function encodingOf(file: string, gzip: boolean, head: Buffer): Promise<Encoding> {
  const marked = head[0] === 0xff && head[1] === 0xfe
  if (marked && await isTextIn(file, gzip, 'utf-16le') === 'yes') return 'utf-16le'
  const utf8 = marked ? 'no' : await isTextIn(file, gzip, 'utf-8')
  if (utf8 === 'yes') return 'utf-8'
  if (utf8 === 'no' && !marked && await isTextIn(file, gzip, 'gb18030') === 'yes') return 'gb18030'
  throw new BadFile('文字编码坏了：既不全是 UTF-8，也不全是 GB18030。', 'The text is damaged: neither all UTF-8 nor all GB18030.')
}

const NAMES: Readonly<Record<string, Sniffed['format'] | 'gzip'>> = {
  '.xlsx': 'xlsx', '.xlsm': 'xlsx', '.csv': 'csv', '.tsv': 'csv', '.txt': 'csv', '.gz': 'gzip',
}
const KIND_SAID = {
  xlsx: ['工作簿（.xlsx）', 'a workbook (.xlsx)'], csv: ['文本表格（.csv）', 'a text table (.csv)'], gzip: ['压缩文件（.gz）', 'a compressed file (.gz)'],
} as const

function refuseOtherName(file: string, is: keyof typeof KIND_SAID): void {
  const extension = path.extname(file).toLowerCase()
  const said = NAMES[extension]
  if (said === is) return
  const [zh, en] = KIND_SAID[is]
  throw new BadFile(`文件名是“${extension || '没有后缀'}”，内容却是${zh}：请核对是不是这个文件，是的话改好后缀再导入。`,
    `The name says '${extension || 'nothing'}', the content is ${en}: check that it is the right file, and rename it if so.`)
}

/**
 * What `file` is by its bytes. Reads all of it once, so that a file that is cut off, damaged or encrypted is refused before anything is done.
 * Throws BadFile with a sentence.
 */
export async function sniff(file: string): Promise<Sniffed> {
  const head = await headOf(file)
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') return refuseEnvelope(file)
  refuseStrange(head)
  if (isZip(head)) {
    await checkWorkbook(file)
    refuseOtherName(file, 'xlsx')
    return { format: 'xlsx' }
  }
  const gzip = isGzip(head)
  let inside: Buffer = head
  if (gzip) {
    refuseOtherName(file, 'gzip')
    inside = await firstOf(file)
    if (isGzip(inside) || isZip(inside)) throw new BadFile('压缩文件里面还是压缩文件，请先解开。', 'There is another archive inside: unpack it first.')
    refuseStrange(inside)
  }
  const encoding = await encodingOf(file, gzip, inside)
  if (!gzip) refuseOtherName(file, 'csv')
  return { format: 'csv', gzip, encoding }
}

async function firstOf(file: string): Promise<Buffer> {
  for await (const chunk of textBytes(file, true)) return chunk
  throw new BadFile('文件是空的。', 'The file is empty.')
}
