/**
 * Who may do what for somebody else (P02): every command says whether a captain, grid worker or community may do it on behalf of a resident. The list
 * of what is allowed is closed: file, follow, book, sign up, correct a contact. A new command is declared here, or a test fails.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal, type App } from '../kit/http.ts'
import type { Refusal } from '../kit/pure.ts'
import { publicActor, type Trust } from '../trust/index.ts'

export type OnBehalf = 'allowed' | 'never'

/** What the closed list calls each allowed command. Booking and signing up have no commands yet. */
export const allowedOnBehalf = {
  fileMatter: 'file', findSimilar: 'file', sendPhoto: 'file', pasteChat: 'file', answerChat: 'file', fileDraft: 'file', dropDraft: 'file',
  openLink: 'follow', openReceipt: 'follow', confirmReceipt: 'follow', followOther: 'follow', matter_tell: 'follow',
  correctValue: 'correct_contact',
} as const satisfies { readonly [operation: string]: 'file' | 'follow' | 'book' | 'sign_up' | 'correct_contact' }

/** Everything else: what somebody says for themselves, what is signed, judged or asked in one's own name, and what a post does as its own duty. */
const never = [
  // what is said, judged, agreed to or asked for in one's own name
  'judgeFollowed', 'noteFollowed', 'withdrawFollowed', 'acceptFollowed', 'boardFollowed', 'unjoinFollowed',
  'consentMediation', 'leaveMediation', 'objectMediation', 'openMediation', 'signMediation', 'judgeMediation',
  'fileReport', 'readReport', 'writeBack', 'readReportProof',
  // signing in
  'signIn', 'signOut', 'signInByCard', 'issueCard', 'signInAsDemoPerson', 'advanceDemoClock',
  // what a post does as its own duty
  'matter_ask_extension', 'matter_assign', 'matter_contact', 'matter_decide_extension', 'matter_finish', 'matter_hand_over', 'matter_join', 'matter_log', 'matter_note',
  'matter_number', 'matter_object', 'matter_outside_update', 'matter_rate', 'matter_release_photo', 'matter_remind', 'matter_report_in', 'matter_resume',
  'matter_review', 'matter_rule', 'matter_slip', 'matter_slip_answer', 'matter_split', 'matter_supervise', 'matter_suspend', 'matter_take', 'matter_title',
  'matter_type_in', 'matter_unjoin', 'matter_verdict', 'matter_verify', 'matter_visit_tried', 'matter_whistle',
  'startBulk', 'stopBulk', 'resumeBulk', 'makeAnswerLink', 'openAnswerLink', 'answerByLink', 'revealReporter', 'retryNotice', 'amendWhistleList', 'doneReview',
  'askExclusion', 'decideExclusion', 'putJointItem', 'moveJointItem', 'finishJointItem', 'recordJointMeeting', 'recordVisit',
  'takeReport', 'answerReport', 'closeReport', 'handOverReport',
  'openDispute', 'dispute_appoint', 'dispute_check', 'dispute_consent', 'dispute_decline', 'dispute_draft', 'dispute_fail', 'dispute_hold', 'dispute_leave',
  'revealSides', 'dispute_note', 'dispute_object', 'dispute_plan', 'dispute_second', 'dispute_sign', 'dispute_slip', 'dispute_stop', 'dispute_visit', 'declareTies',
  'handOverPost', 'planManager', 'nameManager', 'enterCalendarDay', 'setDutyHours', 'publishCalendarYear', 'enterNorm', 'divideGrid', 'rejoinGrid', 'importPlaces', 'drawPlan',
  // the roster is kept by those whose duty it is; a resident corrects, withdraws and asks by themselves
  'findInRoster', 'addDweller', 'keepHome', 'endTies', 'reopenTies', 'takeBackValue', 'exportHomes', 'copyAtDesk', 'revealRosterValue', 'decideRosterConflict', 'reopenRosterConflict', 'decideRosterPair',
  'sayAtDoor', 'askOwnFile', 'openOwnFile', 'closeOwnFile', 'showOwnFile', 'copyOwnFile', 'askOfOwnFile', 'withdrawOfOwnFile', 'readDataRequest', 'answerDataRequest',
  'sendRosterFile', 'mapRosterColumn', 'moveRosterImport', 'typeRosterCell', 'decideRosterRows',
  // consents are given by the person alone; the community writes down what was signed (P02)
  'assessImpact', 'endAssessment', 'writeConsent', 'withdrawConsent', 'keepSensitive', 'revealSensitive', 'arrangeCare', 'openCare', 'endCare',
  // the voting register is its keeper's; who votes, and by whom somebody is stood in for, is the owners' alone
  'startRegister', 'handOverRegister', 'addTitle', 'addOwner', 'correctOwner', 'endOwner', 'chooseVoter', 'blockHead', 'giveProxy', 'revokeProxy', 'moveTitle', 'changeTitleStatus',
  'correctTitleArea', 'revealOwner', 'revealProxy', 'adoptCompoundRules', 'importRegister', 'exportRegister',
  'keepBranchMember', 'endBranchMember', 'revealBranchMember', 'withdrawOwnConsent', 'askForCare', 'tellBranch', 'leaveBranch',
  // notices: what one has read is one's own
  'openNotice', 'seeNotices', 'unseeNotices',
  // votes: what somebody says by ballot is theirs alone, and the rest is the ballot team's duty
  'askOwnBallots', 'openOwnBallots', 'closeOwnBallots', 'castBallot', 'objectAsOwner', 'startVote', 'vote_notice', 'vote_notices', 'vote_team', 'vote_opinions', 'vote_steps', 'vote_freeze',
  'vote_open', 'vote_deliveries', 'vote_casts', 'vote_entries', 'vote_looks', 'vote_close', 'vote_count', 'vote_publish', 'vote_file', 'vote_archive', 'vote_withdraw',
  'vote_objections', 'vote_answers', 'vote_changes', 'vote_homes', 'askBudgetCode', 'castBudgetBallot', 'issueSlips', 'replaceSlip', 'takeSlip', 'askOpening',
  'agreeOpening',
  // elections: to stand, to declare and to be nominated is one's own; the rest is the duty of who prepares or reviews
  'startElection', 'startResidentsElection', 'body_nominate', 'body_review', 'body_refuse', 'body_withdraw', 'body_post', 'body_seat', 'body_officers', 'body_end_member',
  'body_hand_over', 'body_day', 'body_target', 'showDeclared',
  // micro-projects: what one proposes, votes for or says of it is one's own; the rest is the community's duty
  'proposeProject', 'answerProject', 'startRound', 'closeCall', 'postSlate', 'reviewProject', 'decideProject', 'beginProject', 'reachMilestone', 'deliverProject',
  'closeAcceptance', 'publishProject',
  // speaking: what one says is one's own; the community looks after it, and writes down at the door what somebody without a phone says
  'askSpeakerCode', 'openSpeaker', 'renameSpeaker', 'closeSpeaker', 'leaveSpeaking', 'say', 'withdrawSpeech', 'appealModeration', 'sayFor', 'moderate', 'ruleOnAppeal',
  // standing bodies: what one brings is one's own; what came on paper is entered by a post's duty, and the rest is the keeper's
  'bringIntake', 'writeDownIntake', 'foundBody', 'seatMember', 'endSeat', 'changeCharter', 'dissolveBody', 'answerIntake',
  // covenants: what one proposes and signs is one's own; what came on paper is entered by a post's duty, and the rest is the keeper's
  'proposeAmendment', 'writeDownAmendment', 'signCovenant', 'signCovenantOnPaper', 'beginCovenant', 'newCovenantDraft', 'editCovenantDraft', 'postCovenant', 'voteOnCovenant',
  'settleCovenant', 'answerAmendment',
  // opinion polls: what one thinks is one's own; a sheet is carried by a post's duty, and the rest is the keeper's
  'answerStatement', 'findSimilarStatements', 'addStatement', 'startPoll', 'openPoll', 'closePoll', 'addKeeperStatement', 'draftResolution', 'enterPollSheets',
  // threads: what one says, begins and judges is one's own; the rest is the duty of who leads it
  'startThreadAsResident', 'judgeThread', 'judgeFollowedThread', 'startThread', 'titleThread', 'joinThread', 'callThread', 'sortThread', 'nameParty', 'hearParty', 'moveThread', 'declineThread',
  'linkThreadVote', 'endThread', 'addThreadTask', 'enterThreadVerdict', 'delayTask', 'finishTask', 'judgeTask',
  // meetings: signing in and objecting are one's own; the rest is the duty of who holds or is invited to it
  'attendMeeting', 'objectToMinutes', 'planMeeting', 'moveMeeting', 'setMeetingAgenda', 'takeIntoAgenda', 'inviteToMeeting', 'callMeeting', 'answerMeetingInvitation', 'startMeeting', 'signAtDesk',
  'enterPaperList', 'markAbsent', 'askToSpeakInMeeting', 'takeSpeakingTurn', 'writeMinuteLines', 'attachOpinion', 'endMeeting', 'recordResolution', 'addMeetingTask', 'postMinutes',
  'enterMeetingObjection', 'answerMeetingObjection', 'approveMinutes', 'cancelMeeting', 'chooseMeetingClerk', 'recordVerdicts', 'keepMeetingPhoto',
] as const

/** Every command by its operationId. */
export const onBehalf: { readonly [operation: string]: OnBehalf } = {
  ...Object.fromEntries(never.map((one) => [one, 'never' as const])), ...Object.fromEntries(Object.keys(allowedOnBehalf).map((one) => [one, 'allowed' as const])),
}

const own: Refusal = {
  code: 'never_on_behalf', rule: 'P02',
  explain: { zh: '这一件要本人来办，别人不能代。能代的只有：报事、看进展、约办、报名、改联系方式。',
    en: 'This is for the person alone. On behalf of somebody one may report, follow, book, sign up and correct a contact, nothing else.' },
}
const helpers = ['captain', 'grid', 'community']

/**
 * A request that says it is on behalf of somebody (header X-On-Behalf) is refused unless its command allows it and a captain, grid worker or community
 * sends it. Put it on the application before its routes.
 */
export function guardBehalf(app: App, trust: Pick<Trust, 'actorOf' | 'district'>): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers['x-on-behalf'] === undefined || !request.url.startsWith('/api/') || request.method === 'GET') return
    const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string } // every route of the API says its name; openapi.test.ts holds it
    const actor = await trust.actorOf(request) ?? publicActor(trust.district)
    const allowed = operationId !== undefined && onBehalf[operationId] === 'allowed' && actor.audience.some((one) => helpers.includes(one))
    if (!allowed) return sendRefusal(reply, own)
  })
}
