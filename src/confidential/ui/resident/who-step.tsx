/** Second: whom it is about. Posts of the place, nearest first; those that nobody here may handle say so. */
import { useState } from 'react'
import { Button, Empty, ErrorNote, Icon, Meta, ResidentShell, Select, Skeleton, useSay, useWords } from '../../../ui-kit/index.ts'
import { CONCERNED_GROUPS, GROUP_SAID } from '../../rules/index.ts'
import { useCommunities, useLine, type Chosen, type ConcernedPost, type LinePlace } from '../resident-api.ts'
import { lineWords } from './words.ts'

/** What was chosen, with the words for it and the line that takes it. */
export type Aim = { readonly concerned: Chosen; readonly said: string; readonly official: boolean; readonly place: string; readonly sign: string }

type WhoStepProps = { readonly place: string | undefined; readonly onBack: () => void; readonly onChosen: (aim: Aim) => void }

export function WhoStep({ place: given, onBack, onChosen }: WhoStepProps) {
  const w = useWords(lineWords)
  const [community, setCommunity] = useState<string>()
  const communities = useCommunities(given === undefined)
  const line = useLine(given ?? community)
  const [aim, setAim] = useState<Aim>()
  return <ResidentShell right={<Button look="quiet" size="small" onClick={onBack}>{w.stepBack}</Button>}
    bar={<Button look="primary" size="bar" whyNot={aim ? undefined : w.choose} onClick={() => aim && onChosen(aim)}>{w.next}</Button>}>
    <h1 className="lk-title cf-title">{w.whoTitle}</h1>
    <p className="lk-second cf-lead">{line.data ? w.at(line.data.place.name) : ''}{w.whoLine}</p>
    {given === undefined && communities.data && <Select label={w.where} empty={w.whereEmpty} value={community ?? ''}
      onChange={(event) => { setCommunity(event.target.value || undefined); setAim(undefined) }}
      options={communities.data.items.map(({ id, name, street }) => ({ value: id, word: `${street} ${name}` }))} />}
    {(communities.isLoading || line.isLoading) && <Skeleton lines={[40, 100, 100]} />}
    {[communities, line].map((one, n) => one.error && <ErrorNote key={n} title={w.failed} error={one.error}>
      <Button look="primary" onClick={() => void one.refetch()}>{w.again}</Button></ErrorNote>)}
    {line.data && (line.data.sign === null ? <Empty title={w.nobody} line={w.nobodyLine} />
      : <People line={line.data} sign={line.data.sign} aim={aim} onAim={setAim} />)}
  </ResidentShell>
}

type PeopleProps = { readonly line: LinePlace; readonly sign: string; readonly aim: Aim | undefined; readonly onAim: (aim: Aim) => void }

function People({ line, sign, aim, onAim }: PeopleProps) {
  const w = useWords(lineWords)
  const say = useSay()
  const at = (concerned: Chosen, said: string, official: boolean): Aim => ({ concerned, said, official, place: line.place.id, sign })
  const chosen = JSON.stringify(aim?.concerned)
  const pick = (one: Aim, title = one.said, org = '') => <Pick key={JSON.stringify(one.concerned)} aim={one} title={title} org={org}
    checked={chosen === JSON.stringify(one.concerned)} onAim={onAim} />
  return <div className="cf-people">
    {CONCERNED_GROUPS.map((group, n) => {
      const posts = line.concerned.filter((post) => post.group === group)
      return posts.length > 0 && <details key={group} className="cf-group" open={n === 0 && posts.length > 0}>
        <summary><b>{say(GROUP_SAID[group])}</b><span className="lk-small">{posts.length}</span><Icon name="down" size={16} /></summary>
        <fieldset><legend className="lk-hidden">{say(GROUP_SAID[group])}</legend>{posts.map((post) => post.taken
          ? pick(at({ post: post.post }, wholeTitle(post), post.official), post.title, post.org)
          : <p key={post.post} className="cf-pick cf-pick--off"><span className="cf-pick__face"><b>{post.title}</b>
            <span className="lk-small"><Meta><span>{post.org}</span><span>{w.notHere}</span></Meta></span></span></p>)}</fieldset>
      </details>
    })}
    <fieldset className="cf-group cf-group--open"><legend><b>{w.unnamed}</b></legend>
      {pick(at({ kind: 'official' }, w.officialOnly, true))}{pick(at({ kind: 'other' }, w.otherOnly, false))}
      <p className="lk-small">{w.unnamedNote}</p></fieldset>
  </div>
}

/** A post with its organisation, unless the title says it. */
const wholeTitle = ({ title, org }: ConcernedPost): string => (title.includes(org) || org.includes(title) ? title : `${org} ${title}`)

type PickProps = { readonly aim: Aim; readonly title: string; readonly org: string; readonly checked: boolean; readonly onAim: (aim: Aim) => void }

function Pick({ aim, title, org, checked, onAim }: PickProps) {
  const w = useWords(lineWords)
  return <label className={checked ? 'cf-pick cf-pick--chosen' : 'cf-pick'}>
    <input type="radio" name="concerned" checked={checked} onChange={() => onAim(aim)} />
    <span className="cf-pick__face"><b>{title}</b>
      <span className="lk-small"><Meta>{org && <span>{org}</span>}{aim.official && <span>{w.handedNote}</span>}</Meta></span></span>
  </label>
}
