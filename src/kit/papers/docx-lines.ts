import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { type Face, fontOf } from './docx-faces.ts'
import { measures } from './measures.ts'
import type { Format, Run } from './paper.ts'

/** How text of a format is set: type in points, pitch of its lines in points. */
export type Setting = { readonly format: Format; readonly size: number; readonly pitch: number; readonly width: number; readonly keep: boolean }

/** Twentieths of a point, as Word counts lengths. */
export const twips = (points: number): number => Math.round(points * 20)

/** Half points, as Word counts type: 15.79 points are size 3, which Word calls 16. */
export const halfPoints = (points: number): number => Math.round(points * 2)

/** The setting of the text of a format, `width` points wide. */
export const settingOf = (format: Format, width: number): Setting =>
  ({ format, size: measures[format].body, pitch: measures[format].pitch, width, keep: false })

/** One run of text in a face and size. */
export const piece = (text: string, face: Face, size: number, color?: string): TextRun =>
  new TextRun({ text, font: fontOf(face), size: halfPoints(size), ...(color === undefined ? {} : { color: color.replace('#', '') }) })

/** The runs of a paragraph, plain text in 仿宋. */
export const pieces = (text: string | readonly Run[], size: number): TextRun[] =>
  (typeof text === 'string' ? [text] : text).map((run) => (typeof run === 'string' ? piece(run, 'fang', size) : piece(run.text, run.face, size)))

export const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A paragraph of a fixed pitch: lines of a page stay on its 22 whatever stands in them. */
export const line = (setting: Setting, children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph => new Paragraph({
  spacing: { line: twips(setting.pitch), lineRule: LineRuleType.EXACT }, keepNext: setting.keep, ...options, children,
})

/** A paragraph that begins two characters in. */
export const indented = (setting: Setting, children: readonly TextRun[]): Paragraph =>
  line(setting, children, { indent: { firstLineChars: 200, firstLine: twips(setting.size * 2) }, alignment: AlignmentType.BOTH })

/** An empty paragraph with a rule of `points` thickness under it, in black or a colour. */
export const ruled = (setting: Setting, points: number, color = '000000'): Paragraph => new Paragraph({
  spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 120 }, keepNext: setting.keep,
  border: { bottom: { style: BorderStyle.SINGLE, size: Math.round(points * 8), color: color.replace('#', ''), space: 1 } }, children: [],
})
