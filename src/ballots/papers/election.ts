/** What an election of an owners' committee prints beside what every vote does: the call for candidates, and what each of the elected is handed. */
import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate, inChinese } from '../../kit/papers/index.ts'
import { saidCount } from '../rules/share.ts'
import type { Measure } from '../rules/vote.ts'
import type { Day, VoteFacts } from './types.ts'
import { contactWords, squareMetres } from './words.ts'

export type NominationInput = {
  readonly vote: VoteFacts
  /** What is elected, as '业主委员会', in which compound. */
  readonly elected: string
  readonly seats: number
  readonly reserves: number
  readonly term: { readonly from: Day; readonly to: Day }
  /** Each condition of the place as what has to be so, and the article it stands in; empty where the place has none. */
  readonly conditions: readonly string[]
  readonly source: string
  /** How many working days branch, street and expert have. */
  readonly opinionDays: number
  readonly day: Day
}

/**
 * 推荐候选人的公告: how many are elected for how long, who may stand, who may name them, and what becomes of a nomination. Opinions have a limit and bar
 * nobody (P09).
 */
export function nominationPaper({ vote, elected, seats, reserves, term, conditions, source, opinionDays, day }: NominationInput): Paper {
  const points: readonly Block[] = conditions.length === 0 ? [{ kind: 'text', text: '候选人应当是本小区业主。当地没有规定别的条件，不另加条件。' }]
    : [{ kind: 'text', text: `候选人应当是本小区业主，并且：${conditions.join('；')}。（依据：${source}）` }]
  return {
    format: 'organ', name: `${vote.body}推荐${elected}候选人的公告`, title: `关于推荐和自荐\n${elected}候选人的公告`, addressee: '全体业主', foot: 'pages',
    head: { name: vote.issuers[0] ?? '', issuer: 'body' },
    body: [
      { kind: 'text', text: `${vote.body}将选举${elected}。应选委员${inChinese(seats)}人${reserves > 0 ? `，候补委员${inChinese(reserves)}人以内` : ''}，`
        + `任期拟从${civilDate(term.from)}至${civilDate(term.to)}。现请全体业主推荐或者自荐候选人。` },
      { kind: 'point', level: 1, title: '谁可以报名' }, ...points,
      { kind: 'point', level: 1, title: '怎样推荐' },
      { kind: 'text', text: '业主本人可以自荐，业主可以联名推荐，小区支部、居委会和筹备方也可以推荐。几种推荐一样看待，名单不分先后。' },
      { kind: 'text', text: '报名时填写本人声明：现任职务，与物业企业有没有利益关系，是不是居委会成员。声明封存，只有审核的各方能够打开，每打开一次都留有记录，本人可以查到。' },
      { kind: 'point', level: 1, title: '报名以后' },
      { kind: 'text', text: `支部、街道和专家在报名后${inChinese(opinionDays)}个工作日内可以提出意见；到期没有意见的，照常进行。意见供大家了解，不决定谁能参选；`
        + '只有条文写明的条件才能取消资格，取消要写明条文和理由。' },
      { kind: 'text', text: '报名从公告之日起，到候选人名单公示之日止。名单公示以后，选票照名单印制。' },
      { kind: 'labelled', label: '报名和联系', text: contactWords(vote) },
    ],
    signed: { by: vote.issuers, date: day },
  }
}

export type ElectedInput = {
  readonly vote: VoteFacts
  readonly elected: string
  readonly name: string
  /** As '委员', '主任', '候补委员'. */
  readonly office: string
  readonly votes: Measure
  readonly took: Measure
  readonly term: { readonly from: Day; readonly to: Day }
  /** Day of posting the result. */
  readonly posted: Day
  readonly day: Day
}

/** 当选证明: who was elected to what for how long, with what they were given of those who took part. One page each. */
export function electedPaper({ vote, elected, name, office, votes, took, term, posted, day }: ElectedInput): Paper {
  return {
    format: 'organ', name: `${vote.body}${elected}当选证明`, title: '当选证明', foot: 'none', head: { name: vote.issuers[0] ?? '', issuer: 'body' },
    body: [
      { kind: 'text', text: `在${vote.body}${vote.meeting}（编号${vote.number}）中，${name}当选${elected}${office}，`
        + `任期从${civilDate(term.from)}至${civilDate(term.to)}。` },
      { kind: 'text', text: `参与表决${saidCount(took.heads)}人、${squareMetres(took.area)}，其中同意${saidCount(votes.heads)}人、${squareMetres(votes.area)}，`
        + '面积和人数都超过参与表决的一半。' },
      { kind: 'text', text: `结果已于${civilDate(posted)}公示。特此证明。` },
    ],
    signed: { by: vote.issuers, date: day },
  }
}
