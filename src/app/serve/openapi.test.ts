import openapiTS from 'openapi-typescript'
import { expect, test } from 'vitest'
import { committed, document } from '../testing/contract.ts'
import { openapiText } from './openapi-text.ts'

test('openapi.json is what the server says of itself; after changing a route run npm run openapi', async () => {
  expect(await openapiText() === committed, 'openapi.json is out of date: npm run openapi').toBe(true)
})

test('openapi.json is a valid OpenAPI 3.1 document', async () => {
  expect(document.openapi).toBe('3.1.0')
  await expect(openapiTS(committed)).resolves.not.toHaveLength(0) // checks the document before it makes types of it
  await expect(openapiTS(committed.replace('#/components/responses/Refused', '#/components/responses/None'))).rejects.toThrow()
})

test('every operation has a name of its own, a summary, and says how it refuses', () => {
  const all = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods)) as { operationId?: string; summary?: string; responses: Record<string, unknown> }[]
  expect(new Set(all.map((one) => one.operationId)).size).toBe(all.length)
  for (const one of all) {
    expect(one.operationId).toMatch(/^[a-z]\w+$/)
    expect(one.summary, one.operationId).toMatch(/^\S.{5,}/)
    expect(one.responses, one.operationId)
      .toMatchObject({ '4XX': { $ref: '#/components/responses/Refused' }, '5XX': { $ref: '#/components/responses/Failed' } })
    expect(Object.keys(one.responses).some((status) => status.startsWith('2')), one.operationId).toBe(true)
  }
})

test('every name that the document refers to is there', () => {
  const whole: unknown = JSON.parse(committed)
  for (const [, path = ''] of committed.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
    const found = path.split('/').reduce<unknown>((at, name) => Object(at)[name], whole)
    expect(found, path).toBeDefined()
  }
})
