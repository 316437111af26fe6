import { electionTimers, forgetBudgetPhones, forgetOwners, roundTimers, voteTimers } from '../../ballots/index.ts'
import { turnLines } from '../../confidential/index.ts'
import { forgetAskers, meetingTimers, openMapDrawer, pollTimers, settleCovenants } from '../../deliberation/index.ts'
import { disputeTimers } from '../../disputes/index.ts'
import { addMinutes, now } from '../../kit/clock.ts'
import { readSettings } from '../../kit/config.ts'
import { openDb } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { errorLine } from '../../kit/log.ts'
import { deliverNotices } from '../../kit/outbox.ts'
import { foldAllRates, matterTimers, photoFolder, photosIn } from '../../matters/index.ts'
import { openSigner, sealAll } from '../../record/index.ts'
import { expireImports, keepLaw, stepImports } from '../../roster/index.ts'
import { countContacts } from '../../visits/index.ts'
import { clockActor, forgetEnded, openKeys, useKeys } from '../../trust/index.ts'
import { eraseHooks } from '../erasing.ts'
import { connectionOfParent, followDemoClock, installedDistrict } from '../installed.ts'
import { deliveries } from './deliveries.ts'
import { fillElections } from './fill-elections.ts'
import { fillCouncils } from './fill-councils.ts'
import { fillCovenants } from './fill-covenants.ts'
import { fillDemo } from './fill-demo.ts'
import { fillThreads, joinThreadMatters } from './fill-threads.ts'
import { fillVisits } from './fill-visits.ts'
import { fillVotes } from './fill-votes.ts'
import { fillDisputes } from './fill-disputes.ts'
import { fillJoint } from './fill-joint.ts'
import { fillLaw } from './fill-law.ts'
import { fillOpenRound } from './fill-open-round.ts'
import { fillPolls } from './fill-polls.ts'
import { fillProjects } from './fill-projects.ts'
import { fillRegister } from './fill-register.ts'
import { fillRoster } from './fill-roster.ts'
import { forgetUnused, sweepPhotos } from './forget.ts'

/**
 * Runs `step` again and again until stopped, with a pause between; a failure is logged and tried again. With `atOnce` a step that did something is
 * followed by the next without a pause.
 */
function loop(name: string, pauseMs: number, step: () => Promise<unknown>, { atOnce = false } = {}): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const turn = (): void => {
    running = step().catch((error: unknown) => { console.error(`${name}: ${errorLine(error)}`) })
      .then((did) => { if (!stopped) timer = setTimeout(turn, atOnce && typeof did === 'number' && did > 0 ? 0 : pauseMs) })
  }
  turn()
  return { stop: async () => { stopped = true; clearTimeout(timer); await running } }
}

/** How many timers fire and how many notices go out at the same time: many fall due together when the offices open. */
const [TIMER_LANES, NOTICE_LANES] = [4, 2]

/** Opens the pools and starts the loops: timers each half second, notices each second, sealing each two seconds, forgetting each hour. */
export async function startWorker(): Promise<{ readonly close: () => Promise<void> }> {
  const settings = readSettings()
  const connection = connectionOfParent()
  useKeys(openKeys(settings.dataDir, process.env))
  const db = openDb(connection, 'linli_app', 2 + TIMER_LANES + NOTICE_LANES)
  const owner = openDb(connection, 'linli_owner', 2)
  const auth = openDb(connection, 'linli_auth', 1)
  const { district, path } = await installedDistrict(db)
  const clock = settings.mode === 'demo' ? await followDemoClock(db, district) : undefined
  const signer = await openSigner(settings.dataDir)
  const clockOf = (of: string) => clockActor(of, path)
  const timers = new Map([...matterTimers(() => path), ...disputeTimers(() => path), ...roundTimers(() => path), ...voteTimers(() => path), ...electionTimers(() => path), ...pollTimers(() => path), ...meetingTimers(() => path)])
  const maps = openMapDrawer(db, clockOf(district))
  const photos = photoFolder(photosIn(settings.dataDir))
  const loops = [
    loop('timers', 500, () => sweepTimers(db, clockOf, timers, now(), { lanes: TIMER_LANES }), { atOnce: true }),
    loop('notices', 1000, () => deliverNotices(db, clockOf, deliveries, now(), { lanes: NOTICE_LANES }), { atOnce: true }),
    loop('full hours', 5000, () => turnLines(db, clockOf(district), now())),
    loop('sealing', 2000, () => sealAll(owner, signer, now)),
    loop('opinion maps', 3000, () => maps.step(now())),
    loop('rates', 3000, () => foldAllRates(owner)),
    loop('contacts', 5000, () => countContacts(db, clockOf(district))),
    loop('roster', 700, () => stepImports(db, clockOf(district), now), { atOnce: true }),
    loop('covenants', 30_000, () => settleCovenants(db, clockOf(district), now())),
    loop('roster staging', 60_000, () => expireImports(db, clockOf(district), now())),
    loop('roster law', 3_600_000, () => keepLaw(db, clockOf(district), now())),
    loop('phones that never spoke', 3_600_000, () => forgetAskers(db, clockOf(district), now())),
    loop('phones of budgets', 3_600_000, () => forgetBudgetPhones(db, clockOf(district), now(), eraseHooks)),
    loop('former owners', 3_600_000, () => forgetOwners(db, clockOf(district), now(), eraseHooks)),
    loop('unused', 3_600_000, async () => {
      await forgetUnused(db, clockOf(district), photos, now())
      await sweepPhotos(owner, photos, addMinutes(new Date(), -24 * 60))
    }),
    loop('forgetting', 3_600_000, () => forgetEnded(db, auth, clockOf(district), { product: now(), machine: new Date() })),
    ...(settings.mode === 'demo' ? [loop('demo', 60_000, async () => {
      await fillProjects(db, { district, path })
      await fillOpenRound(db, { district, path })
      await fillRoster(db, { district, path })
      await fillRegister(db, { district, path })
      await fillVotes(db, { district, path })
      await fillThreads(db, { district, path })
      await fillElections(db, { district, path })
      await fillLaw(db, { district, path })
      await fillVisits(db, { district, path })
      await fillDisputes(db, { district, path })
      await fillJoint(db, { district, path })
      await fillCouncils(db, { district, path })
      await fillCovenants(db, { district, path })
      await fillPolls(db, { district, path })
      await fillDemo(db, { district, path, dataDir: settings.dataDir })
      await joinThreadMatters(db, { district, path })
    })] : []),
  ]
  const close = async (): Promise<void> => {
    clearInterval(clock)
    await Promise.all(loops.map((one) => one.stop()))
    await maps.close()
    await Promise.all([db.destroy(), owner.destroy(), auth.destroy()])
  }
  return { close }
}
