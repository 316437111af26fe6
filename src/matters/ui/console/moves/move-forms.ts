/** Which moves the console offers, in which order, by which letter, and the form of each. */
import type { ComponentType } from 'react'
import type { MoveName } from '../../../rules/index.ts'
import { JoinForm, SplitForm, UnjoinForm } from './join-moves.tsx'
import { FinishForm, VerdictForm, VerifyForm } from './judging-moves.tsx'
import type { MoveFormProps } from './move-dialog.tsx'
import { AssignForm, HandOverForm, SlipAnswerForm, SlipForm } from './passing-moves.tsx'
import { ObjectForm, RuleForm } from './ruling-moves.tsx'
import { ContactForm, LogForm, RemindForm, ReportInForm, SuperviseForm, TakeForm } from './simple-moves.tsx'
import { VisitTriedForm } from './visit-moves.tsx'
import { AskExtensionForm, DecideExtensionForm, ResumeForm, SuspendForm } from './waiting-moves.tsx'

export type OfferedMove = { readonly move: MoveName; readonly letter: string; readonly form: ComponentType<MoveFormProps> | null }

/** The moves that have a button in the decision panel, in order. A whistle is a page of its own; note, title and photos have their own places. */
export const OFFERED: readonly OfferedMove[] = [
  { move: 'rule', letter: 'D', form: RuleForm },
  { move: 'decide_extension', letter: 'H', form: DecideExtensionForm },
  { move: 'report_in', letter: 'I', form: ReportInForm },
  { move: 'take', letter: 'T', form: TakeForm },
  { move: 'whistle', letter: 'B', form: null },
  { move: 'assign', letter: 'A', form: AssignForm },
  { move: 'finish', letter: 'F', form: FinishForm },
  { move: 'verify', letter: 'V', form: VerifyForm },
  { move: 'verdict', letter: 'Q', form: VerdictForm },
  { move: 'visit_tried', letter: 'Z', form: VisitTriedForm },
  { move: 'resume', letter: 'P', form: ResumeForm },
  { move: 'contact', letter: 'C', form: ContactForm },
  { move: 'hand_over', letter: 'R', form: HandOverForm },
  { move: 'slip', letter: 'L', form: SlipForm },
  { move: 'slip_answer', letter: 'E', form: SlipAnswerForm },
  { move: 'log', letter: 'G', form: LogForm },
  { move: 'object', letter: 'O', form: ObjectForm },
  { move: 'suspend', letter: 'P', form: SuspendForm },
  { move: 'ask_extension', letter: 'Y', form: AskExtensionForm },
  { move: 'join', letter: 'M', form: JoinForm },
  { move: 'unjoin', letter: 'M', form: UnjoinForm },
  { move: 'split', letter: 'W', form: SplitForm },
  { move: 'remind', letter: 'U', form: RemindForm },
  { move: 'supervise', letter: 'S', form: SuperviseForm },
]
