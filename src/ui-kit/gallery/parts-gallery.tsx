/** Parts and their states on one sheet. */
import { useState, type ReactNode } from 'react'
import {
  Button, Choices, ClockChip, DecisionPanel, Dialog, Empty, ErrorNote, Field, Icon, MaskedName, OfflineBar, PartyBadge, Photo, PhotoPicker,
    Progress, RadioCards, ReceiptNumber, Refused,
  SectionTitle, Select, SendState, Skeleton, StageClocks, Switch, Tabs, Tag, TextArea, Timeline, TimelineEntry, UndoBar, WhyPanel, type IconName,
    type PickedPhoto, type StripDay,
} from '../index.ts'
import { at, drawing, sampleNow } from './sample.ts'

const colours = [['纸', 'paper'], ['页', 'sheet'], ['凹', 'sunk'], ['墨', 'ink'], ['朱砂，要定', 'cin'], ['朱砂底', 'cin-soft'], ['青玉，办完', 'jade'],
  ['青玉底', 'jade-soft'],
  ['靛，图', 'indigo'], ['赭，图', 'ochre'], ['黛，图', 'slate'], ['框', 'edge']] as const

const icons: readonly IconName[] = ['inbox', 'calendar', 'whistle', 'chat', 'vote', 'home', 'people', 'person', 'doc', 'chart', 'board',
  'search', 'camera', 'mic', 'door', 'left', 'right', 'up', 'down',
  'send', 'check', 'cross', 'lock', 'offline', 'plus', 'pin', 'print', 'download', 'eye', 'flag', 'undo', 'phone', 'warn', 'more', 'menu', 'group']

const days: readonly StripDay[] = [
  { day: 29, word: '派单', kind: 'start' }, { day: 30, word: '第1天', kind: 'counted' },
    ...[1, 2, 3, 4, 5, 6, 7].map((day): StripDay => ({ day, word: '假', kind: 'off' })),
  { day: 8, word: '第2天', kind: 'counted' }, { day: 9, word: '第3天', kind: 'counted' }, { day: 10, word: '补班4', kind: 'makeup' },
    { day: 11, word: '休', kind: 'off' }, { day: 12, word: '到期', kind: 'due' },
]

const Block = ({ title, children }: { title: string; children: ReactNode }) => <section className="lk-stack">
  <SectionTitle>{title}</SectionTitle>{children}</section>
const row = { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' } as const

export function Parts() {
  return <main style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))', gap: '36px 40px',
    padding: 'min(32px, 5vw) min(48px, 5vw)', alignItems: 'start' }}>
    <h1 className="lk-hidden">部件和样子</h1>
    <Block title="颜色"><div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 8 }}>
      {colours.map(([word, token]) => <div key={token}>
        <div style={{ height: 40, borderRadius: 6, border: '1px solid var(--line)', background: `var(--${token})` }} />
        <div style={{ lineHeight: 1.5, marginTop: 4, fontSize: 'var(--t-12)' }}>{word}<br /><span className="lk-caption">{token}</span></div></div>)}
    </div></Block>
    <div className="lk-stack" style={{ gap: 24 }}>
      <Block title="按钮，四个分量">
        <div style={row}><Button look="decide" kbd="B">吹哨</Button><Button look="primary">报到</Button><Button>派给一方</Button>
          <Button look="quiet">存草稿</Button></div>
        <div style={row}><Button className="gallery-focus">键盘焦点</Button><Button look="primary" busy>报到</Button>
          <Button whyNot="投出，先选一项">投出</Button><Button size="small" icon="print">打印</Button></div>
      </Block>
      <Block title="钟，六种样子"><div style={row}>
        <ClockChip due={at('2026-12-02T17:30')} from={at('2026-11-18T09:00')} now={sampleNow} state="running" onWhy={() => undefined} />
        <ClockChip due={sampleNow + 38 * 60_000} from={at('2026-11-20T08:00')} now={sampleNow} state="running" />
        <ClockChip due={at('2026-11-20T16:10')} from={at('2026-11-20T09:00')} now={sampleNow} state="running" />
        <ClockChip due={sampleNow - 2 * 86_400_000} now={sampleNow} state="running" />
        <ClockChip due={at('2026-12-20T09:00')} now={sampleNow} state="paused" />
        <ClockChip due={at('2027-01-06T17:30')} now={sampleNow} state="provisional" />
        <ClockChip now={sampleNow} state="done" word="满意" />
      </div></Block>
    </div>
    <div className="lk-stack" style={{ gap: 24 }}>
      <Block title="是谁">
        <div style={{ ...row, gap: 14 }}><PartyBadge kind="station" name="城管海棠中队" lead /><PartyBadge kind="firm" name="宁和物业" />
          <PartyBadge kind="community" name="望江社区" /></div>
        <div style={row}><MaskedName masked="赵＊＊" purposes={[{ value: 'call', word: '约上门时间' }, { value: 'check', word: '核对是谁报的' }]}
          reveal={async () => '赵小满'} /><MaskedName masked="138****2046" /><Tag>当面</Tag><Tag>扫码</Tag></div>
      </Block>
      <Block title="回执"><ReceiptNumber number="1120-17" when="11月20日 9:42" code="7f3ac91e04b2" onVerify={() => undefined} /></Block>
    </div>
    <Block title="空"><Empty title="今天没有要您定的" line="在跟的18件都按时。要不要看看本周的走访？"><Button>看走访</Button></Empty></Block>
    <Block title="正在取"><div className="lk-card"><Skeleton /><div style={{ height: 12 }} /><Progress done={1204}
      total={2816}>正在导入，已看完1,204行，共2,816行。可以先去忙别的。</Progress></div></Block>
    <Block title="出错，说怎么办"><ErrorNote title="没交上，别人刚改过这件事" what="林晓雯10:42派给了宁和物业。您写的还在，看一眼再决定。"><Button look="primary">看她改了什么</Button>
      <Button look="quiet">放弃我的</Button></ErrorNote></Block>
    <Block title="没有信号"><OfflineBar saved={2} />
      <div><div className="lk-row">走访1单元0301<SendState sent={false} /></div><div className="lk-row">2栋楼道堆物<SendState sent /></div></div></Block>
    <div className="lk-stack" style={{ gap: 24 }}>
      <Block title="撤回"><div><UndoBar seconds={7} onUndo={() => undefined} onGone={() => undefined}>已把“路灯不亮”派给宁和物业</UndoBar></div></Block>
      <Block title="被规则拦住"><Refused title="还不能投票：议题才公示了9天"
        refusal={{ code: 'too_early', rule: 'B3', explain: { zh: '要满15天。', en: 'It takes 15 days.' }, from: '2026-11-26T00:00:00+08:00',
        source: { law: '物业管理条例', article: '第14条' } }} /></Block>
    </div>
    <Block title="经过里的一条"><Timeline>
      <TimelineEntry kind="future">之后：请报的人打三个分</TimelineEntry>
      <TimelineEntry kind="now" yours><b>轮到您</b>，定办法</TimelineEntry>
      <TimelineEntry kind="now" who="高翔" time="今天 10:05" quote="“主板烧了，同型号的节后到货。”">到场，等配件</TimelineEntry>
      <TimelineEntry kind="system" time="昨天 8:00">系统办的，例如并件、提醒</TimelineEntry>
      <TimelineEntry kind="done" who="陈思远" time="昨天 9:12"
        photos={<><Photo src={drawing('#5b5b5b', '#a0522d')} alt="烧烤店门口的桌子" caption="28日 23:10" /><Photo src={drawing('#8f8878', '#b4ad9c')}
        alt="2栋东墙的烟道" caption="2栋东墙" /></>}>人办完的一步</TimelineEntry>
      <TimelineEntry kind="said">只是说了一句</TimelineEntry>
    </Timeline></Block>
    <Asking />
  </main>
}

function Asking() {
  const [kind, setKind] = useState<'door' | 'light' | 'safe'>('door')
  const [situation, setSituation] = useState<'joint' | 'key' | 'urgent'>('joint')
  const [tab, setTab] = useState<'mine' | 'follow' | 'all'>('mine')
  const [text, setText] = useState('单元门禁刷卡没反应，昨晚十点多下班回来，在门口等了二十分钟。')
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([])
  const [on, setOn] = useState(true)
  const [open, setOpen] = useState(false)
  return <>
    <Block title="为什么是这一天">
      <WhyPanel title="为什么是10月12日？" source={[{ law: '海棠街道办理时限2026版', article: '第6条' }, { law: '民法典', article: '第201条' }]}
        days={days}>公共设施维修给5个工作日，从派单次日算。国庆放假7天不算，10月10日补班算。</WhyPanel>
      <WhyPanel look="plain" title="为什么是今天16:10？"
        hours={{ spans: [{ from: 540, to: 640, kind: 'rest' }, { from: 640, to: 720, kind: 'counted', word: '80分' },
        { from: 720, to: 810, kind: 'off', word: '午休' }, { from: 810, to: 970, kind: 'counted', word: '160分' },
        { from: 970, to: 1050, kind: 'rest' }],
        ticks: [{ at: 540, word: '9:00' }, { at: 640, word: '10:40' }, { at: 720, word: '12:00' }, { at: 810, word: '13:30' },
          { at: 970, word: '16:10', strong: true }] }}>综合执法，牵头部门4个工作时内报到。</WhyPanel>
    </Block>
    <Block title="轮到您定">
      <StageClocks stages={[{ word: '签收', note: '22分钟，限1小时', state: 'done', share: 0.37 },
        { word: '联系', note: '当天，限24小时', state: 'done', share: 0.3 },
        { word: '定办法', note: '今天17:30到期', state: 'current', share: 0.85, waitsForYou: true },
        { word: '办结', note: '12月2日 17:30', state: 'future', share: 0 }, { word: '答复', note: '办结后1个工作日', state: 'future', share: 0 }]} />
      <DecisionPanel lead="轮到您定办法。" reason="网格员劝了两次，店家说“没人管得着”。社区没有执法权。" aside={<a className="lk-link" href="#why">为什么是17:30？</a>}>
        <Button look="decide" icon="whistle">吹哨</Button><Button>派给一方</Button><Button>拆开</Button><Button look="quiet">办不了，说原因</Button>
      </DecisionPanel>
      <RadioCards legend="什么情形" value={situation} onChange={setSituation}
        options={[{ value: 'joint', word: '综合执法', note: '要几个部门一起查处', outcome: '牵头4个工作时内报到' },
        { value: 'key', word: '重点工作', note: '长期难事，要部门给资源', outcome: '3个工作日内报到' },
        { value: 'urgent', word: '应急处置', note: '爆管、塌陷、停水停电', outcome: '30分钟到场' }]} />
      <Tabs label="收件箱" current={tab} onChange={setTab}
        tabs={[{ key: 'mine', word: '轮到我', count: 5 }, { key: 'follow', word: '我在跟', count: 18 }, { key: 'all', word: '社区全部', count: 96 }]} />
    </Block>
    <Block title="填写">
      <TextArea label="说一声" value={text} most={500} onChange={(e) => setText(e.target.value)} tool={<><Icon name="mic" size="em" /> 说话也行</>} />
      <PhotoPicker photos={photos} onChange={setPhotos} upload={async () => ({ id: 'x' })} />
      <Choices legend="看着像是" options={[{ value: 'door', word: '门禁对讲' }, { value: 'light', word: '楼道照明' }, { value: 'safe', word: '治安' }]}
        value={kind} onChange={setKind} />
      <Choices legend="见到谁了" shown look="answer" columns={3}
        options={[{ value: 'door', word: '本人' }, { value: 'light', word: '家里人' }, { value: 'safe', word: '没人在' }]} value={kind} onChange={setKind} />
      <Select label="用哪个预案" options={[{ value: 'a', word: '餐饮油烟和占道，2026版' }]} />
      <Field label="手机号" optional hint="不留也办，凭编号能查" inputMode="tel" defaultValue="1380000" error="还差4位" />
      <div className="lk-card"><Switch label="同时报一件事：扶手松动" note="公共设施，会转给宁和物业" checked={on} onChange={setOn} /></div>
      <Button onClick={() => setOpen(true)}>打开窗口</Button>
      {open && <Dialog title="退回网格" onClose={() => setOpen(false)} foot={<><Button look="quiet" onClick={() => setOpen(false)}>先不退</Button>
        <Button look="primary">退回，说明原因</Button></>}><TextArea label="为什么退回" value="" most={200} onChange={() => undefined} /></Dialog>}
    </Block>
    <Block title="图标"><div style={{ ...row, gap: 16 }}>{icons.map((name) => <span key={name} title={name}><Icon name={name}
      size={24} /></span>)}</div></Block>
  </>
}
