/**
 * Stages that have a clock: to sign, to get in touch with the reporter, to report in to a whistle, to finish, to give the reporter a reply, to
 * verify, to answer the three questions; to look again at what was put aside; to rule on an objection.
 */
export const DUE_KINDS = ['sign', 'contact', 'report_in', 'finish', 'reply', 'verify', 'verdict', 'review', 'ruling'] as const
export type DueKind = (typeof DUE_KINDS)[number]
