/** Settings of an installation. They come from the environment alone, and each has a default that works. */
import { isIP } from 'node:net'
import path from 'node:path'
import type { Said } from './pure.ts'

/** Ciphers that new personal data can be sealed with; each key that stands keeps its own. */
export const cipherNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type CipherName = typeof cipherNames[number]

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
  /** Matters that one network address may file in ten minutes without signing in; 0: no limit. */
  readonly filingLimit: number
  /** Addresses of the reverse proxy in front of the server, which names the real sender; undefined: there is none. */
  readonly trustedProxy: string | undefined
  /** What new keys of persons and imports are for. */
  readonly cipher: CipherName
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
  {
    name: 'FILING_LIMIT', fallback: '30',
    says: { zh: '同一网络地址10分钟内最多报几件事（0不限）', en: 'matters one network address may file in 10 minutes (0: no limit)' },
  },
  { name: 'TRUSTED_PROXY', fallback: '', says: { zh: '前置反向代理的地址（空则没有）', en: 'addresses of the reverse proxy in front (empty: none)' } },
  {
    name: 'LINLI_CIPHER', fallback: cipherNames[0],
    says: { zh: '新个人信息的加密算法，可用国密', en: 'cipher of new personal data: aes-256-gcm or sm4-ctr-hmac-sm3' },
  },
]

/** Everything is reckoned in the civil time of the place. */
export const timeZone = 'Asia/Shanghai'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/

const isProxy = (text: string): boolean => {
  const [address = '', bits] = text.split('/')
  return text === 'loopback' || isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
}

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
  const filingLimit = Number(value('FILING_LIMIT'))
  if (!Number.isInteger(filingLimit) || filingLimit < 0) {
    throw new WrongSetting(`FILING_LIMIT 应是 0 或正整数。FILING_LIMIT should be 0 or a whole number, not '${value('FILING_LIMIT')}'.`)
  }
  const trustedProxy = env['TRUSTED_PROXY'] || undefined
  if (trustedProxy !== undefined && !trustedProxy.split(',').every((one) => isProxy(one.trim()))) {
    throw new WrongSetting(`TRUSTED_PROXY 应是网络地址，用逗号分开。TRUSTED_PROXY should be network addresses with commas between, not '${trustedProxy}'.`)
  }
  const cipher = cipherNames.find((name) => name === value('LINLI_CIPHER'))
  if (cipher === undefined) {
    const names = cipherNames.join(', ')
    throw new WrongSetting(`LINLI_CIPHER 只能是 ${names}。LINLI_CIPHER is one of ${names}, not '${value('LINLI_CIPHER')}'.`)
  }
  const [dataDir, databaseUrl] = [path.resolve(value('DATA_DIR')), env['DATABASE_URL'] || undefined]
  return { host, port, dataDir, databaseUrl, mode, filingLimit, trustedProxy, cipher }
}
