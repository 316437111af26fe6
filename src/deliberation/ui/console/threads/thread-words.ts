import { words } from '../../../../ui-kit/index.ts'

/** Words of the threads' pages at the desk. */
export const threadWords = words({
  title: { zh: '大家议的事', en: 'Threads' }, line: { zh: '从说到评，五步走完', en: 'Five steps, from a voice to a verdict' }, start: { zh: '开一件', en: 'Start one' },
  back: { zh: '回到列表', en: 'Back to the list' }, failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' }, more: { zh: '再往前看', en: 'Earlier ones' },
  tabs: { zh: '看哪些', en: 'Which ones' }, open: { zh: '正在走的', en: 'Going on' }, ended: { zh: '评过的', en: 'Judged' }, declined: { zh: '没接着办', en: 'Not taken up' },
  none: { zh: '还没有在议的事', en: 'Nothing is being deliberated' }, noneLine: { zh: '几件报上来的事说的是一回事，就从它们开一件，大家一起议。', en: 'When several matters are about one thing, start a thread from them.' },
  noneEnded: { zh: '还没有评过的事', en: 'Nothing was judged yet' }, noneDeclined: { zh: '没有哪件是不办的', en: 'Nothing was declined' }, noneOther: { zh: '走到最后一步，就在这里。', en: 'What is finished stands here.' },
  pick: { zh: '选一件来看', en: 'Choose one' }, pickLine: { zh: '从第一句话到最后一个评价，都在一页上。', en: 'From the first voice to the last verdict on one page.' },
  waits: { zh: '等您往下走', en: 'Waiting for you' }, rest: { zh: '在路上', en: 'On their way' }, gone: { zh: '没有这件事', en: 'No such thread' }, goneLine: { zh: '可能不在您这里，或者地址少了一位。', en: 'It may be elsewhere.' },
  mine: { zh: '只看我们牵头的', en: 'Only those we lead' },
  ownTasks: { zh: '交给您办的', en: 'Tasks of yours' }, due: (day: string) => ({ zh: `${day}前`, en: `by ${day}` }),
  leads: (org: string) => ({ zh: `${org}牵头`, en: `led by ${org}` }), by: (who: string) => ({ zh: `${who}提的`, en: `raised by ${who}` }), publicPage: { zh: '大家看到的页面', en: 'The public page' },
  voices: (n: number) => ({ zh: `${n}人次说过`, en: `${n} comments` }), tasksOf: (done: number, all: number) => ({ zh: `任务${done}/${all}`, en: `${done} of ${all} tasks` }),
  ready: { zh: '都齐了，', en: 'Nothing is missing. ' }, readyFor: (step: string) => ({ zh: `可以走到“${step}”。`, en: `It can go on to “${step}”.` }), go: (step: string) => ({ zh: `走到“${step}”`, en: `On to “${step}”` }),
  readyEnd: { zh: '可以按大家评的收尾。', en: 'It can end with what was judged.' }, endIt: { zh: '写上结果，收尾', en: 'End it' },
  missing: (step: string) => ({ zh: `到“${step}”还差`, en: `Missing for “${step}”` }), missingEnd: { zh: '收尾还差', en: 'Missing for its end' },
  from: (day: string) => ({ zh: `${day}起可以`, en: `from ${day}` }), notYours: (org: string) => ({ zh: `由${org}往下走`, en: `${org} takes it on` }),
  overEnded: (outcome: string) => ({ zh: `评过了：${outcome}`, en: `Judged: ${outcome}` }), overDeclined: { zh: '没有接着办', en: 'Not taken up' },
  moreMoves: { zh: '其他', en: 'Other' }, cancel: { zh: '先不', en: 'Not now' }, save: { zh: '存下', en: 'Save' }, refused: { zh: '没办成', en: 'Not done' }, fill: { zh: '先填好上面的', en: 'Fill in the above' },
  began: { zh: '开了这件事', en: 'began it' }, moved: (step: string) => ({ zh: `走到“${step}”`, en: `on to “${step}”` }),
  story: { zh: '从头到尾', en: 'The whole story' }, earlier: { zh: '更早的', en: 'Earlier' }, tasks: { zh: '谁办什么', en: 'Who does what' }, noTasks: { zh: '还没有交任务', en: 'No tasks yet' },
  moreTasks: { zh: '再看20项', en: '20 more' }, meetings: { zh: '开会', en: 'Meetings' }, noMeetings: { zh: '还没有会', en: 'No meeting yet' }, planOne: { zh: '约一次会', en: 'Plan a meeting' },
  sorting: { zh: '由谁定', en: 'Who decides' }, notSorted: { zh: '还没理清', en: 'Not sorted yet' }, basis: { zh: '凭什么', en: 'By what' }, kinds: { zh: '要开的会', en: 'Meetings' }, major: { zh: '重大的事', en: 'Major' },
  parties: { zh: '必须听谁', en: 'Must be heard' }, nobody: { zh: '还没写', en: 'Nobody named' }, notHeard: { zh: '还没听', en: 'not heard' }, alsoAsked: { zh: '也请了', en: 'also asked' },
  matters: { zh: '从这些事来', en: 'From these matters' }, noMatters: { zh: '不是从报的事来的', en: 'Not from matters' }, unseen: { zh: '一件您看不到的事', en: 'one you do not see' },
  five: { zh: '五条做到没有', en: 'Five conditions' }, kept: { zh: '做到了', en: 'met' }, lacks: (n: number) => ({ zh: `差${n}样`, en: `${n} missing` }),
  poll: { zh: '征集意见', en: 'Ask for opinions' }, verdicts: { zh: '大家怎么评', en: 'Verdicts' }, noVerdict: { zh: '还没有人评', en: 'Nobody yet' },
  verdictsSaid: (a: number, b: number, c: number) => ({ zh: `满意${a}，能接受${b}，不满意${c}`, en: `${a} satisfied, ${b} accepted, ${c} not` }),
  kin: { zh: '连着的', en: 'Connected' }, vote: { zh: '业主投票', en: 'Owners’ vote' }, votePassed: { zh: '通过了', en: 'passed' }, voteNot: { zh: '没有通过', en: 'did not pass' }, voteRuns: { zh: '还没有结果', en: 'no result yet' },
  call: { zh: '征集', en: 'The call' }, callUntil: (day: string) => ({ zh: `到${day}为止`, en: `until ${day}` }), notCalled: { zh: '还没贴', en: 'not posted' },
  delay: { zh: '延期', en: 'Later day' }, finish: { zh: '办完了', en: 'Done' }, drop: { zh: '不办了', en: 'Drop it' }, judge: { zh: '评一下', en: 'Judge' }, good: { zh: '办成了', en: 'works' }, partly: { zh: '办成一部分', en: 'partly' },
  not: { zh: '没办成', en: 'does not' }, delayed: (to: string, why: string) => ({ zh: `改到${to}：${why}`, en: `moved to ${to}: ${why}` }), late: { zh: '过了日子', en: 'overdue' }, doneOn: (day: string) => ({ zh: `${day}办完`, en: `done ${day}` }),
  dropped: { zh: '不办了', en: 'dropped' }, resolved: (number: string, n: number) => ({ zh: number ? `${number}第${n}条` : `决议第${n}条`, en: `${number} no. ${n}` }),
  count: (yes: number, no: number, abstained: number) => ({ zh: `赞成${yes}，反对${no}，弃权${abstained}`, en: `${yes} for, ${no} against, ${abstained} abstained` }), judged: { zh: '大家评了', en: 'Judged' }, held: { zh: '开了', en: 'held' },
})

/** Words of the forms. */
export const formWords = words({
  title: { zh: '定公开的题目', en: 'Approve the title' }, titleOf: { zh: '题目', en: 'Title' }, summary: { zh: '一句说明', en: 'What it is about' }, summaryHint: { zh: '大家都看得到，不写人名、电话、门牌', en: 'Public: no names, phones or doors' },
  matter: { zh: '再并进一件报的事', en: 'Join a matter' }, find: { zh: '找一件', en: 'Find one' }, findHint: { zh: '写几个字，或者编号', en: 'Words or a number' }, noneFound: { zh: '没有找到', en: 'None found' },
  call: { zh: '贴出征集', en: 'Post the call' }, longer: { zh: '征集延后几天', en: 'Make the call longer' }, until: { zh: '到哪天为止', en: 'Until' }, callHint: { zh: '至少三天。贴出去以后只能延后。单元门口、公告栏也要贴。', en: 'Three days at least; later it can only be made longer. Post it at doors and boards too.' },
  sort: { zh: '理清由谁定', en: 'Sort it' }, decider: { zh: '由谁定', en: 'Who decides' }, basis: { zh: '凭什么由他们定', en: 'By what' }, basisHint: { zh: '法条、清单里的一项，或者居民自己的规矩', en: 'An article, an item of a list, or residents’ own rule' },
  meetings: { zh: '要开哪些会', en: 'Which meetings' }, meetingsHint: { zh: '议事会不能少；重大的事还要开评议会', en: 'A deliberation always; a major matter is evaluated too' }, major: { zh: '是重大的事', en: 'It is a major decision' },
  majorNote: { zh: '必须听的每一方都说过，或者书面说不来，才能定', en: 'Not decided before each party spoke or declined in writing' }, why: { zh: '为什么这样分', en: 'Why so' }, whyHint: { zh: '大家看得到', en: 'Everybody reads it' },
  party: { zh: '写上必须听谁', en: 'Name who must be heard' }, label: { zh: '怎么称呼', en: 'As the public reads it' }, labelHint: { zh: '写“一楼东户”，不写姓名', en: 'Not by name' }, kind: { zh: '是哪一方', en: 'Which side' }, required: { zh: '必须听', en: 'Must be heard' },
  requiredNote: { zh: '重大的事，没听到就不能定', en: 'A major matter waits for it' }, heard: { zh: '记下听了谁', en: 'Enter who was heard' }, who: { zh: '哪一方', en: 'Which party' }, how: { zh: '怎么说的', en: 'How' }, said: { zh: '说了什么', en: 'What was said' },
  saidHint: { zh: '公开的话；书面的照抄', en: 'Public words; copy what was written' }, meeting: { zh: '在哪次会上', en: 'At which meeting' }, noMeeting: { zh: '不在会上', en: 'Not at a meeting' },
  vote: { zh: '连上业主投票', en: 'Link the owners’ vote' }, whichVote: { zh: '哪一次投票', en: 'Which vote' }, voteHint: { zh: '投票在“投票”里开，投完公布了才算数', en: 'Votes are held under “Votes”; the posted result counts' }, noVotes: { zh: '这里还没有业主投票', en: 'No vote here yet' }, goVotes: { zh: '去开投票', en: 'Go to votes' },
  task: { zh: '交一项任务', en: 'Give a task' }, what: { zh: '办什么', en: 'What' }, resolution: { zh: '为了哪条决议', en: 'For which resolution' }, owner: { zh: '谁办', en: 'Who' }, other: { zh: '别的人（写名头）', en: 'Somebody else' }, ownerOther: { zh: '怎么称呼', en: 'Who, as the public reads it' }, due: { zh: '哪天前办完', en: 'Until' },
  delay: { zh: '延到哪天', en: 'A later day' }, delayWhy: { zh: '为什么晚', en: 'Why later' }, finish: { zh: '办成了什么', en: 'What came of it' }, finishHint: { zh: '大家看得到', en: 'Everybody reads it' }, drop: { zh: '为什么不办了', en: 'Why it is dropped' },
  judge: { zh: '这一项办得怎么样', en: 'How was it done' }, verdict: { zh: '录入一张评价条', en: 'Enter a slip' }, slip: { zh: '条上的号', en: 'Number on the slip' }, slipHint: { zh: '一个号算一次，再录就换成新的；只存一个认不出人的记号', en: 'One a number; only a keyed mark is kept' }, answer: { zh: '评的是', en: 'Answer' }, channel: { zh: '怎么来的', en: 'How it came' },
  paper: { zh: '纸条', en: 'On paper' }, door: { zh: '上门问的', en: 'At the door' }, words: { zh: '还说了什么', en: 'In words' },
  end: { zh: '写上结果，收尾', en: 'End it' }, outcome: { zh: '大家评下来', en: 'As judged' }, endReason: { zh: '还要说的', en: 'To be added' }, endHint: { zh: '留下什么没办完，写在这里', en: 'What is left open' },
  back: { zh: '退回上一步', en: 'Back by one step' }, backWhy: { zh: '为什么退回', en: 'Why back' }, decline: { zh: '不接着办', en: 'Not taken up' }, declineWhy: { zh: '为什么不办', en: 'Why not' }, declineHint: { zh: '说这件事的人和大家都看得到，写清楚道理和去处', en: 'Those who raised it read it' },
})

/** Words of starting a thread. */
export const newWords = words({
  title: { zh: '开一件大家议的事', en: 'Start a thread' }, line: { zh: '开了就在公开的页面上，谁都看得到走到哪一步', en: 'It stands on a public page from the first day' }, from: { zh: '从哪里来', en: 'From what' },
  matters: { zh: '几件报上来的事', en: 'Matters' }, reception: { zh: '接待日上听来的', en: 'A reception day' }, thread: { zh: '另一件事里带出来的', en: 'Another thread' }, body: { zh: '议事组织收到的', en: 'A standing body' },
  where: { zh: '在哪里', en: 'Where' }, whereHint: { zh: '社区、小区、楼或者单元', en: 'Community, compound, building or staircase' }, which: { zh: '选说一回事的几件', en: 'Choose those about one thing' }, whichLine: { zh: '不公开的事不在这里。报事人的原话和电话不会跟过来。', en: 'Private matters are not here; reporters’ words and phones stay behind.' },
  chosen: (n: number) => ({ zh: `选了${n}件`, en: `${n} chosen` }), what: { zh: '公开的题目', en: 'Public title' }, titleHint: { zh: '4到40个字，不写人名、电话、门牌', en: '4 to 40 characters, nobody’s name' }, summary: { zh: '一句说明', en: 'What it is about' }, summaryHint: { zh: '说清楚是什么事、影响到谁', en: 'What it is and whom it touches' },
  send: { zh: '开这一件', en: 'Start it' }, next: { zh: '接着贴出征集，请大家来说。', en: 'Next: post the call.' }, none: { zh: '没有找到，换几个字', en: 'None found' }, find: { zh: '找报上来的事', en: 'Find matters' },
  needWhere: { zh: '在哪里', en: 'where' }, needMatter: { zh: '至少一件事', en: 'a matter' }, needTitle: { zh: '题目', en: 'a title' }, needSummary: { zh: '说明', en: 'a summary' }, need: (what: string) => ({ zh: `还差：${what}`, en: `Missing: ${what}` }), join: { zh: '、', en: ', ' },
})
