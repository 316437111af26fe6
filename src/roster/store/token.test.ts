import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { initialsOf } from './token.ts'

const inFull = (name: string): string => pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', mode: 'surname', v: true })
  .map((one) => one.charAt(0).toLowerCase()).join('').replace(/[^a-z]/g, '')

test('[RO47] initials put together from single characters are those of the whole name, however its characters may be read', () => {
  expect(['曾勇', '单英', '解放', '欧阳锋', '吕行长', '阿依古丽·买买提', '〇', 'John Smith', ''].map(initialsOf))
    .toEqual(['zy', 'sy', 'xf', 'oyf', 'lxc', inFull('阿依古丽·买买提'), 'l', '', ''])
  const [families, given] = ['王李张曾单仇解区查盖朴覃乐任翟', '国华重长行乐朝都传降奇省盛石调曲阳光天和还少柏薄']
  const names = [...families ?? ''].flatMap((family) => [...given ?? ''].flatMap((one) => [...given ?? ''].map((other) => family + one + other)))
  expect(names.filter((name) => initialsOf(name) !== inFull(name))).toEqual([])
})
