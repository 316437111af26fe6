/** Settings of an installation. They come from the environment alone, and each has a default that works. */
import path from 'node:path'
import type { Said } from './pure.ts'

export type Settings = {
  /** Address that the server binds to. */
  readonly host: string
  readonly port: number
  /** Absolute folder of everything that an installation keeps. */
  readonly dataDir: string
  /** A PostgreSQL of one's own; undefined means the embedded one. */
  readonly databaseUrl: string | undefined
  /** A demo holds invented people who sign in by one press; it never leaves this machine. */
  readonly mode: 'demo' | 'live'
}

/** A setting that can't be used; its message is a sentence for whoever started the program. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

/** What each setting is for, for `linli doctor` and the README. */
export const settingWords: readonly { readonly name: string; readonly fallback: string; readonly says: Said }[] = [
  { name: 'HOST', fallback: '127.0.0.1', says: { zh: '监听地址', en: 'address the server binds to' } },
  { name: 'PORT', fallback: '5170', says: { zh: '监听端口', en: 'port the server listens on' } },
  { name: 'DATA_DIR', fallback: './data', says: { zh: '数据目录', en: 'folder of the data' } },
  { name: 'DATABASE_URL', fallback: '', says: { zh: '自备数据库（空则用自带的）', en: 'PostgreSQL of your own (empty: the embedded one)' } },
  { name: 'LINLI_MODE', fallback: 'demo', says: { zh: '运行方式：demo 演示，live 正式', en: 'demo or live' } },
]

/** Everything is reckoned in the civil time of the place. */
export const timeZone = 'Asia/Shanghai'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/

/** Reads the settings from `env`. Throws WrongSetting for a value that can't be meant, and for a demo that would be open to others. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const value = (name: string): string => env[name] || settingWords.find((word) => word.name === name)?.fallback || ''
  const port = Number(value('PORT'))
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new WrongSetting(`端口应是 0 到 65535 的整数。PORT should be a whole number from 0 to 65535, not '${value('PORT')}'.`)
  }
  const mode = value('LINLI_MODE')
  if (mode !== 'demo' && mode !== 'live') {
    throw new WrongSetting(`LINLI_MODE 只能是 demo 或 live。LINLI_MODE is either demo or live, not '${mode}'.`)
  }
  const host = value('HOST')
  if (mode === 'demo' && !loopback.test(host)) {
    throw new WrongSetting('演示数据只在本机打开，请改用 LINLI_MODE=live 或 HOST=127.0.0.1。' +
      `A demo stays on this machine: use LINLI_MODE=live or HOST=127.0.0.1, not ${host}.`)
  }
  return { host, port, dataDir: path.resolve(value('DATA_DIR')), databaseUrl: env['DATABASE_URL'] || undefined, mode }
}
