import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingWords } from './config.ts'

test('nothing set is a demo on this machine with the embedded database', () => {
  expect(readSettings({})).toEqual({ host: '127.0.0.1', port: 5170, dataDir: path.resolve('data'), databaseUrl: undefined, mode: 'demo',
    filingLimit: 30, trustedProxy: undefined, cipher: 'aes-256-gcm' })
})

test('values that cannot be meant are refused with a sentence in both languages', () => {
  for (const env of [{ PORT: 'x' }, { PORT: '70000' }, { PORT: '1.5' }, { LINLI_MODE: 'test' }, { FILING_LIMIT: '-1' }, { FILING_LIMIT: 'many' },
    { TRUSTED_PROXY: 'everybody' }, { TRUSTED_PROXY: '10.0.0.1,' }, { LINLI_CIPHER: 'des' }]) {
    expect(() => readSettings(env)).toThrow(/[\u4e00-\u9fff].*[a-z]{3}/)
  }
})

test('the limit on filing can be lifted, and proxies are named by address', () => {
  expect(readSettings({ FILING_LIMIT: '0', TRUSTED_PROXY: 'loopback, 10.0.0.0/8' }))
    .toMatchObject({ filingLimit: 0, trustedProxy: 'loopback, 10.0.0.0/8' })
})

test('a demo never leaves this machine, a live installation may', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.2', 'localhost.example.com']) {
    expect(() => readSettings({ HOST })).toThrow(/demo stays on this machine/)
    expect(readSettings({ HOST, LINLI_MODE: 'live' }).host).toBe(HOST)
  }
  for (const HOST of ['127.0.0.1', '::1', 'localhost']) expect(readSettings({ HOST }).host).toBe(HOST)
})

test('every setting has words in both languages', () => {
  for (const { says } of settingWords) expect(says.zh && says.en).toBeTruthy()
})
