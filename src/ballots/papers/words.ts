/** Words that several papers of a vote share. */
import { civilMoment } from '../../kit/papers/index.ts'
import { saidArea } from '../rules/share.ts'
import type { VoteFacts } from './types.ts'

/** An area of 0.01 m² with its unit. */
export const squareMetres = (area: number): string => `${saidArea(area)}平方米`

/** Money in fen as yuan: whole yuan without decimals. */
export const yuan = (fen: number): string => `${saidArea(fen).replace(/\.00$/, '')}元`

/** From when to when ballots are taken. */
export const windowWords = ({ window: { from, to } }: VoteFacts): string => `${civilMoment(from)}至${civilMoment(to)}`

/** What a ballot of this vote shows to whom, said before anybody votes. */
export const secrecyWords = ({ secret, owners }: Pick<VoteFacts, 'secret' | 'owners'>): string => (secret
  ? `本次表决不记名。选票上的编号与房屋的对应，投票结束时销毁；计票只用编号${owners ? '、面积和人数' : ''}，公布的只有总数。`
  : '本次表决记名。各户怎样投票，只有监票人在处理具体争议时可以核对，全程留痕；公布的只有总数。')

/** The person to ask. */
export const contactWords = ({ contact: { name, phone, place } }: VoteFacts): string => [name, phone && `电话${phone}`, `地点：${place}`].filter(Boolean).join('，')

/** A root (hex) in groups of eight, so that two people can compare it aloud. */
export const grouped = (root: string): string => root.replace(/(.{8})(?=.)/g, '$1 ')
