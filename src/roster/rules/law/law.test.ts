import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DwellerField } from '../fields.ts'
import { cutOffs, expiresOn, mayAgree, mayKeepSensitive, mayOpenCare, monthsLater, sensitiveKinds, type AssessmentFact,
  type ConsentFact } from './index.ts'

const today = '2026-11-20'
const good: AssessmentFact = { kinds: ['disability', 'under_14'], madeOn: '2026-11-01', validUntil: '2027-11-01', endedOn: null }
const own: ConsentFact = { kind: 'disability', givenBy: 'self', withdrawn: false }
const codeOf = (answer: ReturnType<typeof mayKeepSensitive>): string => (answer.ok ? 'ok' : answer.refusal.code)

test('[RO60] nothing sensitive is kept before an assessment, after it ended, or for a kind that it does not name', () => {
  expect(codeOf(mayKeepSensitive('disability', today, [], [own]))).toBe('no_assessment')
  expect(codeOf(mayKeepSensitive('disability', '2027-11-01', [good], [own]))).toBe('no_assessment')
  expect(codeOf(mayKeepSensitive('disability', today, [{ ...good, endedOn: today }], [own]))).toBe('no_assessment')
  expect(codeOf(mayKeepSensitive('low_income', today, [good], [{ ...own, kind: 'low_income' }]))).toBe('no_assessment')
  expect(codeOf(mayKeepSensitive('disability', today, [good], [own]))).toBe('ok')
})

test('[RO61] nor without a consent to exactly that kind, given by the person; for a child by a guardian', () => {
  expect(codeOf(mayKeepSensitive('disability', today, [good], []))).toBe('no_consent')
  expect(codeOf(mayKeepSensitive('disability', today, [good], [{ ...own, kind: 'care' }]))).toBe('no_consent')
  expect(codeOf(mayKeepSensitive('disability', today, [good], [{ ...own, withdrawn: true }]))).toBe('no_consent')
  expect(codeOf(mayKeepSensitive('disability', today, [good], [{ ...own, givenBy: 'family' }]))).toBe('no_consent')
  expect(codeOf(mayKeepSensitive('under_14', today, [good], [{ kind: 'under_14', givenBy: 'self', withdrawn: false }]))).toBe('no_guardian')
  expect(codeOf(mayKeepSensitive('under_14', today, [good], [{ kind: 'under_14', givenBy: 'guardian', withdrawn: false }]))).toBe('ok')
})

test('[RO61] whoever withdraws every consent is kept in nothing sensitive, whatever was assessed', () => {
  fc.assert(fc.property(fc.constantFrom(...sensitiveKinds), fc.array(fc.record({
    kind: fc.constantFrom(...sensitiveKinds, 'care', 'party'), givenBy: fc.constantFrom('self', 'guardian', 'family'),
  })), (kind, consents) => {
    const withdrawn = consents.map((one) => ({ ...one, withdrawn: true }))
    expect(mayKeepSensitive(kind, today, [{ ...good, kinds: sensitiveKinds }], withdrawn).ok).toBe(false)
  }))
})

test('[RO66] months later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2028-01-31', 1)).toBe('2028-02-29')
  expect(monthsLater('2026-11-20', 14)).toBe('2028-01-20')
  expect(monthsLater('2026-03-15', -12)).toBe('2025-03-15')
  expect(expiresOn('id_number', '2026-05-20')).toBe('2026-11-20')
})

test('[RO66] the job asks for exactly what has expired', () => {
  const fields: DwellerField[] = ['name', 'id_number', 'note']
  const day = fc.tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  fc.assert(fc.property(day, day, fc.constantFrom(...fields), (ended, on, field) => {
    const cut = cutOffs([field], on)[0]?.endedBefore ?? ''
    expect(ended < cut).toBe(expiresOn(field, ended) <= on)
  }))
  for (const ended of ['2026-08-29', '2026-08-30', '2026-08-31']) { // three days that all expire with February
    for (const on of ['2026-11-29', '2026-11-30', '2026-12-01']) {
      expect(ended < (cutOffs(['note'], on)[0]?.endedBefore ?? '')).toBe(expiresOn('note', ended) <= on)
    }
  }
})

test('[RO64] a post opens ten agreements a day, not eleven; [RO65] none runs longer than a year', () => {
  expect(mayOpenCare(9).ok).toBe(true)
  expect(mayOpenCare(10)).toMatchObject({ ok: false, refusal: { code: 'too_many_opens' } })
  expect(mayAgree(today, '2027-11-20').ok).toBe(true)
  expect(mayAgree(today, '2027-11-21')).toMatchObject({ ok: false, refusal: { code: 'too_long' } })
  expect(mayAgree(today, today)).toMatchObject({ ok: false, refusal: { code: 'date_impossible' } })
})
