import type { Said } from '../../../kit/pure.ts'
import { inOrder, type Block } from './blocks.ts'
import type { Norm } from './norms.ts'
import type { Part } from './split.ts'

/** Numbers of buildings as people say them: '1–3号楼、6号楼'; buildings with letters one by one. Several compounds are named by `nameOf`. */
export function sayBuildings(blocks: readonly Block[], nameOf: (compound: string) => string): Said {
  const compounds = [...new Set(inOrder(blocks).map(({ compound }) => compound))]
  const runs = compounds.map((compound) => ({ name: nameOf(compound),
    runs: runsOf(inOrder(blocks.filter((one) => one.compound === compound)).map(({ no }) => no)) }))
  return {
    zh: runs.map(({ name, runs: own }) => name + own.map(sayRun).join('、')).join('、'),
    en: runs.map(({ name, runs: own }) =>
      `${name}${name === '' ? '' : ' '}${own.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')}`).join('; '),
  }
}

type Run = readonly [from: string, to: string]

function runsOf(numbers: readonly string[]): readonly Run[] {
  return numbers.reduce<readonly Run[]>((runs, no) => {
    const last = runs.at(-1)
    const follows = last !== undefined && /^\d+$/.test(no) && /^\d+$/.test(last[1]) && Number(no) === Number(last[1]) + 1
    return follows ? [...runs.slice(0, -1), [last[0], no]] : [...runs, [no, no]]
  }, [])
}

const sayRun = ([from, to]: Run): string => (from === to ? (/[A-Z]$/.test(from) ? `${from}座` : `${from}号楼`) : `${from}–${to}号楼`)

/** Why a grid should be divided and why like this, in two sentences. [RO71] */
export function explainSplit(name: string, parts: readonly Part[], norm: Norm): Said {
  const homes = parts.reduce((all, part) => all + part.homes, 0)
  const counts = parts.map((part) => part.homes)
  const apart = Math.max(...counts) - Math.min(...counts)
  return {
    zh: `${name}有${homes}户，超过每个网格${norm.most}户。分成${parts.length}个最匀：${counts.join('户、')}户，相差${apart}户；每一部分的楼都挨着，不拆开任何一栋楼。`,
    en: `${name} has ${homes} homes, more than ${norm.most} to a grid. In ${parts.length} parts it is most even: ${counts.join(', ')} homes, `
      + `${apart} apart; the buildings of each part hang together, and no building is divided.`,
  }
}
