import { code, codeOf, day, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'
import { HEARD, ORIGINS, OUTCOMES, STARTERS, STEPS, TASK_VERDICTS, VERDICTS } from './words.ts'

/** The acts of threads: ids, codes, days and numbers; nothing of what anybody said. */
export const threadActs = defineActs({
  'thread.start': { say: { zh: '开了一件事', en: 'Started a thread' }, facts: { origin: codeOf(...ORIGINS), started_by: codeOf(...STARTERS), matters: whole, parent: maybe(id) } },
  'thread.title': { say: { zh: '定了公开的题目', en: 'Approved a thread’s title' }, facts: {} },
  'thread.matter': { say: { zh: '把一件报的事并了进来', en: 'Joined a matter to a thread' }, facts: { matter: id } },
  'thread.call': { say: { zh: '贴出征集', en: 'Posted the call to speak' }, facts: { until: day } },
  'thread.sort': { say: { zh: '理清由谁定', en: 'Sorted a thread' }, facts: { decider: code, major: flag, meetings: whole } },
  'thread.party': { say: { zh: '写了必须听谁', en: 'Named who must be heard' }, facts: { n: whole, kind: code, required: flag } },
  'thread.heard': { say: { zh: '听了一方', en: 'Heard a party' }, facts: { n: whole, heard: codeOf(...HEARD), meeting: maybe(id) } },
  'thread.vote': { say: { zh: '连上业主投票', en: 'Linked the owners’ vote' }, facts: { vote: id } },
  'thread.move': { say: { zh: '走到下一步', en: 'Moved a thread' }, facts: { from: codeOf(...STEPS), to: codeOf(...STEPS) } },
  'thread.task': { say: { zh: '交了一项任务', en: 'Gave a task' }, facts: { task: id, due: day, resolution: maybe(id) } },
  'thread.delay': { say: { zh: '任务延了期', en: 'Delayed a task' }, facts: { task: id, from: day, to: day } },
  'thread.late': { say: { zh: '一项任务过了日子', en: 'A task is past its day' }, facts: { task: id, due: day } },
  'thread.done': { say: { zh: '办完一项任务', en: 'Ended a task' }, facts: { task: id, dropped: flag, late: flag } },
  'thread.judge_task': { say: { zh: '评了一项任务', en: 'Judged a task' }, facts: { task: id, verdict: codeOf(...TASK_VERDICTS) } },
  'thread.verdict': { say: { zh: '有人评了', en: 'Somebody judged a thread' }, facts: { answer: codeOf(...VERDICTS), channel: code } },
  'thread.end': { say: { zh: '评过了', en: 'Ended a thread' }, facts: { outcome: codeOf(...OUTCOMES), satisfied: whole, accepted: whole, against: whole } },
})
