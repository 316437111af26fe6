/** One draft out of a chat: its words, place and kind can be put right, then it is filed or dropped. */
import { useState } from 'react'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { Button, ErrorNote, moment, Switch, TextArea, useNow, useSettings, useWords, type Lang } from '../../../ui-kit/index.ts'
import { categoryOf } from '../../rules/index.ts'
import { useDropDraft, useFileDraft, type Draft, type FileDraft, type FiledDraft } from './api.ts'
import { CategoryChoice } from './category-choice.tsx'
import { DangerNote } from './danger-note.tsx'
import { pasteWords } from './paste-words.ts'

/** A chat's time, 'YYYY-MM-DD HH:MM' or less, as people say it. */
const saidWhen = (at: string, present: number, lang: Lang): string =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(at) ? moment(Date.parse(`${at.replace(' ', 'T')}:00+08:00`), present, lang) : at

type DraftCardProps = { readonly draft: Draft; readonly within: string | undefined;
  readonly onFiled: (filed: FiledDraft, input: FileDraft, place: string) => void }

export function DraftCard({ draft, within, onFiled }: DraftCardProps) {
  const w = useWords(pasteWords)
  const { lang } = useSettings()
  const present = useNow()
  const [said, write] = useState(draft.words)
  const [place, choose] = useState<ChosenPlace | null>(draft.place && { id: draft.place.id, fullName: draft.place.name })
  const [category, setCategory] = useState(draft.category ?? undefined)
  const [board, setBoard] = useState(false)
  const file = useFileDraft(draft.id, (filed, input) => onFiled(filed, input, place?.fullName ?? ''))
  const drop = useDropDraft(draft.id)
  const never = category !== undefined && !categoryOf(category).board
  const send = () => { if (place && category) file.mutate({ place: place.id, category, words: said.trim(), onBoard: board && !never }) }
  const ready = place !== null && category !== undefined && said.trim().length >= 2
  return <article className="cm-draft lk-card" aria-label={said.slice(0, 20)}>
    <p className="lk-caption">{draft.saidAt ? w.said(saidWhen(draft.saidAt, present, lang)) : w.saidUnknown}</p>
    <TextArea label={w.words} quietLabel rows={2} value={said} most={2000} onChange={(event) => write(event.target.value)} />
    <DangerNote words={said} />
    <div className="cm-draft__where">
      <PlaceBox value={place} onChange={choose} start={draft.placeText} within={within}
        hint={draft.placeText ? w.placeGuess(draft.placeText) : undefined} />
      <div className="lk-field"><span className="lk-field__label" aria-hidden="true">{w.category}</span>
        <CategoryChoice words={said} placeKind={/楼|栋|单元/.test(place?.fullName ?? draft.placeText) ? 'building' : 'compound'} value={category}
          onChange={setCategory} legend={w.category} otherWord={w.other} /></div>
    </div>
    {file.error && <ErrorNote title={w.notFiled} error={file.error} />}
    {drop.error && <ErrorNote error={drop.error} />}
    <footer className="cm-draft__foot">
      {never ? <p className="lk-small">{w.neverBoard}</p> : <Switch label={w.board} note={w.boardNote} checked={board} onChange={setBoard} />}
      <div className="lk-moves">
        <Button look="quiet" busy={drop.isPending} onClick={() => drop.mutate(null)}>{w.drop}</Button>
        <Button look="primary" busy={file.isPending} whyNot={ready ? undefined : w.placeMissing}
          onClick={send}>{w.file}</Button>
      </div>
    </footer>
  </article>
}
