/** The two phone frames with parts as they are used in them. */
import { useState } from 'react'
import { Button, Choices, ClockChip, DecisionPanel, Dot, FieldShell, Icon, Meta, Photo, PhotoPicker, ResidentShell, Row, SectionTitle, TextArea,
  type PickedPhoto } from '../index.ts'
import { at, drawing, sampleNow } from './sample.ts'

export function ResidentGallery() {
  const [text, setText] = useState('单元门禁刷卡没反应，昨晚十点多下班回来，在门口等了二十分钟。')
  const [kind, setKind] = useState<'door' | 'light' | 'safe'>('door')
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([])
  return <ResidentShell bar={<Button look="primary" size="bar">交给楼栋长</Button>} barNote="周桂兰1小时内看到。不用注册，姓名可以不填。">
    <h1 className="lk-title" style={{ paddingBottom: 14, borderBottom: '1px solid var(--ink)' }}>哪里不对？说一声。</h1>
    <div className="lk-stack" style={{ gap: 14 }}>
      <Row middle left={<Icon name="door" size={24} />} title="海棠里3栋2单元" meta="扫门口的码自动填好" right={<span className="lk-link lk-small">换地方</span>} />
      <TextArea label="说一声" quietLabel value={text} most={500} onChange={(e) => setText(e.target.value)}
        tool={<><Icon name="mic" size="em" /> 说话也行</>} />
      <PhotoPicker photos={photos} onChange={setPhotos} upload={async () => ({ id: 'x' })} />
      <b>看着像是</b>
      <Choices legend="看着像是" options={[{ value: 'door', word: '门禁对讲' }, { value: 'light', word: '楼道照明' }, { value: 'safe', word: '治安' }]}
        value={kind} onChange={setKind} />
      <div className="lk-card"><p className="lk-small">您这个单元有一件相像的，别人先说了</p>
        <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12, alignItems: 'center' }}><div><b>2单元门禁读卡器不亮</b>
          <p className="lk-small"><Meta><span>昨天18:20</span><span>物业在修</span><span>2户报过</span></Meta></p></div><Button>我也是</Button></div></div>
    </div>
  </ResidentShell>
}

export function FieldGallery() {
  return <FieldShell current="today" title="今天" right={<>11月20日 周五<br />周桂兰<Dot />海棠里3栋</>}>
    <div className="lk-stack" style={{ paddingTop: 8 }}>
      <DecisionPanel lead="先办这件" title="2单元一楼声控灯不亮"
        aside={<ClockChip due={sampleNow + 38 * 60_000} from={at('2026-11-20T08:00')} now={sampleNow} state="running" />} reason="今天10:22，居民扫码报的">
        <Button>往上转</Button><Button look="decide">我来办</Button></DecisionPanel>
      <div><SectionTitle rule="hair" aside="这周3户，还差2户">走访</SectionTitle>
      <Row middle title="2单元1201" meta="上次9月9日，当面" right={<Button>记一笔</Button>} />
      <Row middle title="1单元0502" meta="三次没见到人，换个时间" right={<Button>记一笔</Button>} /></div>
      <div><SectionTitle rule="hair" aside="和物业一起">巡查</SectionTitle>
      <Row title="3栋楼道与天台" meta="15:00，高翔在单元门口等" /></div>
      <Photo src={drawing('#8f8878', '#b4ad9c')} alt="楼道" caption="办后" />
    </div>
  </FieldShell>
}
