import { words } from '../../../../ui-kit/index.ts'

/** Words of one move on many matters. */
export const bulkWords = words({
  title: (n: number) => ({ zh: `${n}件一起办`, en: `One move on ${n} matters` }), titleAll: { zh: '筛到的全部，一起办',
    en: 'One move on all that the filter finds' },
  what: { zh: '做什么', en: 'What' }, whatFirst: { zh: '先选做什么', en: 'Choose what first' },
  seenBy: { zh: '给谁看', en: 'Who sees it' },
  tells: { zh: '一件一件地做，每件各记各的；做不了的会列出来，写明原因。可以先去忙别的。',
    en: 'One after another, each on its own record; what is refused is listed with its reason. You can leave.' },
  same: { zh: '名单按选中的第一件所在的地方列', en: 'The list is of the place of the first one' },
  doIt: (n: number) => ({ zh: `这${n}件一起办`, en: `Do it on ${n}` }), doAll: { zh: '筛到的全部一起办', en: 'Do it on all found' },
  select: { zh: '多选', en: 'Select' }, tick: (title: string) => ({ zh: `选中：${title}`, en: `Select: ${title}` }),
  together: { zh: '一起办', en: 'Act on them' }, all: { zh: '选中筛到的全部', en: 'Select all found' }, allChosen: { zh: '选了筛到的全部',
    en: 'All found are selected' },
  going: (done: number, total: number) => ({ zh: `正在办，${done}／${total}件。可以先去忙别的。`, en: `${done} of ${total} done. You can leave.` }),
  over: (done: number, total: number) => ({ zh: `办了${done}件，共${total}件`, en: `${done} of ${total} done` }),
  halted: (done: number, total: number) => ({ zh: `停下了，办了${done}件，共${total}件`, en: `Stopped: ${done} of ${total} done` }),
  refused: (n: number) => ({ zh: `${n}件没办成`, en: `${n} were refused` }),
  stop: { zh: '停下', en: 'Stop' }, hide: { zh: '知道了', en: 'Close' }, lost: { zh: '没有取到进度，它还在办', en: 'Progress did not load; the work goes on' },
  wrong_state: { zh: '这一步做不了', en: 'does not fit its stage' }, not_yours: { zh: '不归您的岗位做', en: 'not for your post' },
  not_there: { zh: '条件不合', en: 'a condition is missing' }, closed_to_party: { zh: '这类事不给那一方看', en: 'closed to that party' },
  same_holder: { zh: '已经在他们手里', en: 'already with them' }, wrong_party: { zh: '那一方不能这样派', en: 'not the way to that party' },
  not_here: { zh: '那一方不管这个地方', en: 'that party does not serve the place' }, nobody_there: { zh: '那里没有人在岗', en: 'nobody is in post there' },
  ruled: { zh: '街道裁定过，不能再转', en: 'ruled by the street' }, twice: { zh: '刚刚做过', en: 'was just done' },
  moved_on: { zh: '已经不在原来的岗位手里', en: 'no longer with that post' }, reason_missing: { zh: '还差一句原因', en: 'a reason is missing' },
  not_in_post: { zh: '您已经不在这个岗位', en: 'you no longer hold the post' }, not_found: { zh: '没有找到', en: 'not found' },
  other: { zh: '规则不允许', en: 'a rule stops it' },
})
