/** The frame of the console with a list and an open matter. */
import { useState } from 'react'
import { Button, ClockChip, ConsoleShell, DecisionPanel, ListGroup, ListPane, MaskedName, Meta, Photo, Row, SearchBox, SectionTitle, StageClocks,
  Tabs, Timeline, TimelineEntry, UndoBar, Icon } from '../index.ts'
import { at, drawing, sampleNow } from './sample.ts'

const now = sampleNow
const groups = [
  { items: [{ href: '/console', word: '收件箱', icon: 'inbox', count: 5, urgent: true }, { href: '/console/today', word: '今天', icon: 'calendar' },
    { href: '/console/whistles', word: '吹哨', icon: 'whistle', count: 2 }, { href: '/console/talks', word: '议事', icon: 'chat' },
    { href: '/console/votes', word: '表决', icon: 'vote', count: 1 }] },
  { word: '底数', items: [{ href: '/console/homes', word: '房屋与住户', icon: 'home' }, { href: '/console/chain', word: '责任链', icon: 'people' },
    { href: '/console/duties', word: '履职', icon: 'doc' }] },
  { word: '看结果', items: [{ href: '/console/rates', word: '三率', icon: 'chart' }, { href: '/console/boards', word: '公开栏', icon: 'board' }] },
] as const

function List() {
  const [tab, setTab] = useState<'mine' | 'follow' | 'all'>('mine')
  const [text, setText] = useState('')
  return <ListPane title="收件箱" search={<SearchBox label="找事项、门牌、编号" value={text} onChange={setText} />}
    tools={<><button type="button" className="lk-icon-button" aria-label="导出"><Icon name="download" /></button><button type="button"
      className="lk-icon-button" aria-label="打印"><Icon name="print" /></button></>}
    tabs={<Tabs label="收件箱" current={tab} onChange={setTab}
      tabs={[{ key: 'mine', word: '轮到我', count: 5 }, { key: 'follow', word: '我在跟', count: 18 }, { key: 'all', word: '社区全部', count: 96 }]} />}>
    <ListGroup word="今天要定" order="按截止先后">
      <Row href="/m/1" selected title="东门烧烤夜间油烟、占道" meta={<Meta><span>海棠里东门</span><span>7户报</span><span>陈思远转来</span></Meta>}
        right={<ClockChip due={at('2026-11-20T17:30')} from={at('2026-11-19T09:00')} now={now} state="running" />} />
      <Row href="/m/2" title="8栋地下车库积水" meta={<Meta><span>海棠里8栋</span><span>宁和物业申请延期</span></Meta>}
        right={<ClockChip due={now - 2 * 86_400_000} now={now} state="running" />} />
      <Row href="/m/3" title="快递柜挡住消防通道" meta={<Meta><span>望江苑</span><span>柳荫物业提出异议</span></Meta>}
        right={<ClockChip due={at('2026-11-20T15:00')} from={at('2026-11-20T09:00')} now={now} state="running" />} />
    </ListGroup>
    <ListGroup word="之后"><Row href="/m/4" title="2栋楼道长期堆放旧家具" meta={<Meta><span>海棠里2栋</span><span>周桂兰上门两次</span></Meta>}
      right={<ClockChip due={at('2026-12-01T17:30')} from={at('2026-11-12T09:00')} now={now} state="running" />} /></ListGroup>
    <ListGroup word="我在跟，刚有动静">
      <Row href="/m/5" title="6栋南侧雨污管混接" meta={<Meta><span>海棠里</span><span>12月20日再看</span></Meta>} right={<ClockChip now={now} state="paused" />} />
      <Row href="/m/6" title="元旦游园摊位用电" meta="2027年节假日还没公布" right={<ClockChip due={at('2027-01-06T17:30')} now={now} state="provisional" />} />
      <Row href="/m/7" title="1栋门前坡道加扶手" meta="报的人说：满意" right={<ClockChip now={now} state="done" />} />
    </ListGroup>
  </ListPane>
}

export function ConsoleGallery() {
  return <ConsoleShell groups={groups} current="/console" person={{ name: '何建平', line: <Meta><span>望江社区</span><span>书记</span></Meta> }}
    list={<List />} backToList={{ href: '/console', word: '收件箱' }} onGo={() => undefined}
    keys={[{ keys: ['J', 'K'], word: '上下' }, { keys: ['X'], word: '多选' }, { keys: ['/'], word: '查找' }]}
      undo={<UndoBar seconds={7} onUndo={() => undefined} onGone={() => undefined}>已把“路灯不亮”派给宁和物业</UndoBar>}>
    <div className="lk-stack">
      <div><p className="lk-second" style={{ fontSize: 'var(--t-13)' }}><Meta><span>第 0925-08 件</span><span>海棠里东门外</span>
        <span>环境噪声</span></Meta></p><h2 className="lk-title">东门烧烤夜间油烟、占道</h2></div>
      <StageClocks stages={[{ word: '签收', note: '22分钟，限1小时', state: 'done', share: 0.37 },
        { word: '联系', note: '当天，限24小时', state: 'done', share: 0.3 },
        { word: '定办法', note: '今天17:30到期', state: 'current', share: 0.85, waitsForYou: true },
        { word: '办结', note: '12月2日 17:30', state: 'future', share: 0 }, { word: '答复', note: '办结后1个工作日', state: 'future', share: 0 }]} />
      <DecisionPanel lead="轮到您定办法。" reason="网格员劝了两次，店家说“没人管得着”。社区没有执法权。" aside={<a className="lk-link" href="#why">为什么是17:30？</a>}>
        <Button look="decide" icon="whistle" kbd="B">吹哨</Button><Button kbd="A">派给一方</Button><Button kbd="S">拆开</Button>
          <Button kbd="M">并入</Button><Button kbd="R">退回网格</Button><Button kbd="H">挂账</Button><Button look="quiet">办不了，说原因</Button>
      </DecisionPanel>
      <div className="lk-split">
        <div className="lk-stack"><SectionTitle rule="hair" aside="共9条，最新在上">经过</SectionTitle><Timeline>
          <TimelineEntry kind="now" yours who="陈思远" time="今天 9:18" quote="昨晚又去，桌子收了一半，烟道直接冲着2栋。要城管、市场监管、环保一起来。"
            photos={<><Photo src={drawing('#5b5b5b', '#a0522d')} alt="烧烤店门口的桌子" caption="28日 23:10" /><Photo src={drawing('#8f8878', '#b4ad9c')}
            alt="2栋东墙的烟道" caption="2栋东墙" /></>}>网格员，转到社区</TimelineEntry>
          <TimelineEntry kind="system" time="19日 8:00">系统把4件相像的并进来，可以撤回</TimelineEntry>
          <TimelineEntry kind="done" who="陈思远" time="18日 21:40">当面劝导，店主在场</TimelineEntry>
          <TimelineEntry kind="done" who="林晓雯" time="15日 22:58" quote="“一家老小都不敢开窗，孩子咳嗽。”">电话联系报的人</TimelineEntry>
          <TimelineEntry kind="done" who="居民" time="15日 19:36" quote="东门烧烤店天天冒烟到一点，桌子摆到人行道上。">扫2栋1单元门口的码</TimelineEntry>
        </Timeline></div>
        <aside className="lk-aside">
          <div><p className="lk-caption">报的人</p><p><MaskedName masked="赵＊＊" />，等7户</p><p className="lk-second"
            style={{ fontSize: 'var(--t-13)' }}>看电话要写用途，她会知道</p></div>
          <div><p className="lk-caption">地方</p><p>海棠里东门外，第3网格</p></div>
          <div><p className="lk-caption">责任链</p><p>楼栋长 周桂兰</p><p>网格员 陈思远</p><p>社区 何建平</p></div>
        </aside>
      </div>
    </div>
  </ConsoleShell>
}
