/** Reading a poll from a folder or a file, without the disk: names of files and their texts go in. */
import { addVotes, noOpinions, type Opinions } from '../rules/opinions/index.ts'
import { statementsOfCsv, statementsOfJson, UnreadablePoll, votesOfCsv, votesOfJson, type Statements } from './poll.ts'

/** A poll as read: answers, and what moderation said of the statements. */
export type Poll = { readonly opinions: Opinions; readonly statements: Statements }

const none: Statements = { ids: [], removed: new Set(), texts: new Map() }

/** The poll of one table of votes, by itself: every statement takes part. Throws UnreadablePoll. */
export const pollOfTable = (text: string): Poll => ({
  opinions: addVotes(noOpinions(), /^\s*\[/.test(text) ? votesOfJson(text) : votesOfCsv(text)), statements: none,
})

/** The poll of a folder; `read` gives a file's text or undefined where there is none. Throws UnreadablePoll. */
export function pollOfFolder(read: (name: string) => string | undefined): Poll {
  const [csv, json, wide] = [read('votes.csv'), read('votes.json'), read('participants-votes.csv')]
  const comments = { csv: read('comments.csv'), json: read('comments.json') }
  const statements = comments.csv !== undefined ? statementsOfCsv(comments.csv) : comments.json !== undefined ? statementsOfJson(comments.json) : none
  const table = csv ?? wide
  if (csv === undefined && json !== undefined) return { opinions: addVotes(noOpinions(), votesOfJson(json, comments.json)), statements }
  if (table === undefined) {
    throw new UnreadablePoll('里面没有 votes.csv、votes.json 或 participants-votes.csv。There is no votes.csv, votes.json or participants-votes.csv in it.')
  }
  return { opinions: addVotes(noOpinions(), votesOfCsv(table)), statements }
}
