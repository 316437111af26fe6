import { expect, test } from 'vitest'
import { codeIn, doorOf, nextFree, type Door } from './read-door.ts'

const door = (place: string, more: Partial<Door> = {}): Door => ({ place, name: place, postedOn: null, photo: null, codes: [], ...more })
const doors = [door('1', { postedOn: '2026-11-20', photo: 'x' }), door('2', { codes: ['7KQ3M2XZ'] }), door('3')]

test('[B23] a photo is sorted by the code of its door’s poster, and in order where none can be read', async () => {
  expect([codeIn('https://linli.example/d/7kq3m2xz'), codeIn('https://linli.example/d/7KQ3M2XZ?from=poster'), codeIn('https://else.example/x/7KQ3M2XZ'), codeIn('/d/ILOU0000')])
    .toEqual(['7KQ3M2XZ', '7KQ3M2XZ', null, null])
  expect([nextFree(doors, []), nextFree(doors, ['2']), nextFree(doors, ['2', '3'])]).toEqual(['2', '3', null])
  expect(await doorOf(new Blob(['x']), doors)).toBeNull() // no reader here
  Object.assign(globalThis, { BarcodeDetector: class { detect = async () => [{ rawValue: 'https://linli.example/d/7KQ3M2XZ' }] },
    createImageBitmap: async () => ({ close: () => undefined }) })
  expect(await doorOf(new Blob(['x']), doors)).toBe('2')
  Object.assign(globalThis, { BarcodeDetector: undefined })
})
