/** Records an assessment, a few consents and agreements of care, and the branch's list of the demo, once, through the front door of the roster. */
import { demoGround, demoRoster } from '../../../demo/index.ts'
import { personId, postId } from '../../../demo/posts.ts'
import type { Context } from '../../kit/command.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import { standingOf } from '../../offices/index.ts'
import { arrangeCare, assessImpact, keepMember, keepSensitive, writeConsent } from '../../roster/index.ts'
import { clockActor, staffActor, type Actor } from '../../trust/index.ts'

const DONE = 'demo_law'
type Where = { readonly district: string; readonly path: string }
const COMMUNITY = '990106003001'

const paper = {
  purpose: '残疾人送辅具、约手语，低保户送补助，需要照护的人有人上门。凭本人签字的同意书记一句，办这件事时才打开看。',
  need: '不记就不知道给谁送、送什么；记人数不够，要找得到门。不记诊断，不记等级以外的病情。',
  effect: '说出去本人会难堪，也可能招来骗子。所以不进名单、不进导出，一次只看一个人。',
  measures: '每人一把密钥加密；只有社区工作者打得开，打开要说用途，本人看得到；撤回同意当场删，搬走一个月后自动删。',
}
const cares = [
  ['990106003001K1-03-', 'knock_in_storm', '2027-05-01', '耳朵背，敲重一点，多等一会儿', 'self'], ['990106003001K1-03-', 'weekly_visit', '2027-02-01', '上午在家，下午常睡着', 'family'],
  ['990106003001K1-05-', 'knock_in_storm', '2027-05-01', '', 'self'], ['990106003001K3-02-', 'knock_in_storm', '2027-04-01', '一楼窗户漏水，先看窗', 'self'],
  ['990106003001K3-02-', 'weekly_visit', '2027-03-01', '', 'family'], ['990106003001K3-05-', 'knock_in_storm', '2027-05-01', '屋顶有晾衣架，提醒收', 'family'],
] as const

async function staffOf(tx: Tx, district: string, name: string, post: string, at: Date): Promise<Actor> {
  const standing = (await standingOf(tx, district, personId(name), at)).find((one) => one.post === postId(post))
  if (!standing) throw new Error(`demo: nobody holds ${post}`)
  return staffActor(district, personId(name), standing)
}
function must<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(`demo: refused: ${result.refusal.explain.en}`)
  return result.value
}

/** Living ties of adults with a telephone, by the code of their home, each given out once. */
function people(): (prefix: string) => { readonly tie: string; readonly home: string; readonly name: string; readonly phone: string } {
  const roster = demoRoster()
  const [codes, known] = [new Map(demoGround().places.map(({ id, code }) => [id, code])), new Map(roster.people.map((one) => [one.id, one]))]
  const given = new Set<string>()
  return (prefix) => {
    const tie = roster.ties.find(({ id, home, lives, until, person }) => lives && until === null && !given.has(home) && !given.has(id)
      && (codes.get(home) ?? '').startsWith(prefix) && known.get(person)?.phone)
    const person = tie && known.get(tie.person)
    if (!tie || !person?.phone) throw new Error(`demo: nobody is left in ${prefix}`)
    given.add(tie.home)
    return { tie: tie.id, home: tie.home, name: person.name, phone: person.phone }
  }
}

async function byCommunity(ctx: Context<Actor>, next: ReturnType<typeof people>): Promise<void> {
  const community = demoGround().places.find(({ code }) => code === COMMUNITY)?.id ?? ''
  must(await assessImpact(ctx, { community, kinds: ['disability', 'low_income', 'care_need'], ...paper, months: 12 }))
  for (const [prefix, kind, until, hint, askedBy] of cares) {
    must(await arrangeCare(ctx, { tie: next(prefix).tie, kind, until, hint, askedBy, familyIs: askedBy === 'family' ? 'child' : null, how: 'door' }))
  }
  for (const [kind, value] of [['disability', '听力，要写字沟通'], ['low_income', '低保，冬天送煤气补贴']] as const) {
    const { tie } = next('990106003001K1-03-')
    must(await writeConsent(ctx, { tie, kind, givenBy: 'self', guardianIs: null, how: 'paper' }))
    must(await keepSensitive(ctx, { tie, kind, value }))
  }
}

async function byBranch(ctx: Context<Actor>, next: ReturnType<typeof people>): Promise<void> {
  for (const [prefix, checkedIn, since] of [['990106003001K1-01-', false, '2019-07-01'], ['990106003001K1-02-', true, '2025-03-05'], ['990106003001K1-03-', false, '2016-10-01'],
    ['990106003001K1-06-', true, '2026-01-12'], ['990106003001K1-08-', true, '2026-03-05']] as const) {
    const { home, name, phone } = next(prefix)
    must(await keepMember(ctx, { home, name, phone, checkedIn, since }))
  }
}

/** Does it once, after the roster is there; answers whether anything was recorded. */
export const fillLaw = (db: Db, { district, path }: Where): Promise<boolean> => withScope(db, clockActor(district, path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length === 0) return false
  const [at, next] = [new Date('2026-11-12T10:00:00+08:00'), people()]
  const [worker, secretary] = [await staffOf(tx, district, '何晓玲', 'com-001:worker', at), await staffOf(tx, district, '秦月兰', 'br-wty:secretary', at)]
  await actAs(tx, worker)
  await byCommunity({ tx, actor: worker, at }, next)
  await actAs(tx, secretary)
  await byBranch({ tx, actor: secretary, at }, next)
  return true
})
