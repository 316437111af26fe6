import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isCategory, type CategoryCode } from '../rules/categories.ts'
import { BUILT_IN_MAPPINGS, type Field, type Mapping } from '../rules/mapping.ts'
import { BadFile } from './bad-file.ts'

const FIELDS = [
  'number', 'filedAt', 'filedTime', 'subject', 'words', 'answer', 'answeredAt', 'address', 'area', 'item',
] as const satisfies readonly Field[]
const category = z.custom<CategoryCode>(code => typeof code === 'string' && isCategory(code), { error: 'not a category' })
const shape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  columns: z.partialRecord(z.enum(FIELDS), z.array(z.string().min(1)).min(1)),
  required: z.array(z.enum(FIELDS)).min(1),
  refused: z.record(z.string(), z.string()).default({}),
  categories: z.record(z.string(), category).default({}),
  numbers: z.enum(['unique', 'repeats']).default('repeats'),
  addressSpills: z.boolean().default(false),
})

/**
 * The mapping by its built-in id, or from a JSON file of the same shape (`columns` and `required` name fields, `categories` words and codes).
 * Throws BadFile with what is wrong, by the path within the file.
 */
export async function readMapping(nameOrFile: string): Promise<Mapping> {
  const known = Object.hasOwn(BUILT_IN_MAPPINGS, nameOrFile) ? BUILT_IN_MAPPINGS[nameOrFile] : undefined
  if (known) return known
  const names = Object.keys(BUILT_IN_MAPPINGS).join(', ')
  const text = await readFile(nameOrFile, 'utf8').catch(() => {
    throw new BadFile(`没有这个对照：${names}，或一个 JSON 文件。`, `There is no such mapping: ${names}, or a JSON file.`)
  })
  let read: unknown
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new BadFile('对照文件不是 JSON。', 'The mapping file is not JSON.')
  }
  const parsed = shape.safeParse(read)
  if (!parsed.success) {
    const where = parsed.error.issues.slice(0, 3).map(issue => issue.path.join('.') || '{}').join(', ')
    throw new BadFile(`对照文件有几处不对：${where}。`, `The mapping file is wrong at ${where}.`)
  }
  const missing = parsed.data.required.filter(field => parsed.data.columns[field] === undefined)
  if (!parsed.data.required.includes('filedAt') || missing.length > 0) {
    throw new BadFile(`对照文件缺这些列：${missing.join(', ') || 'filedAt'}。`, `The mapping file lacks columns: ${missing.join(', ') || 'filedAt'}.`)
  }
  return Object.hasOwn(BUILT_IN_MAPPINGS, parsed.data.id) ? { ...parsed.data, id: `own-${parsed.data.id}` } : parsed.data
}
