/** Sharing a budget again, exactly, in whole numbers as long as they need to be. From docs/ballot-format.md, section 9. */

/** Ballots that say the same are one class: they always hold the same money. */
function classesOf(ballots) {
  const known = new Map()
  for (const ids of ballots) {
    const key = [...ids].sort().join(',')
    const one = known.get(key)
    if (one) one.size += 1n
    else known.set(key, { ids: new Set(ids), size: 1n })
  }
  return [...known.values()]
}

function byVotes(projects, spare) {
  let left = spare
  const order = [...projects].filter(({ votes }) => votes > 0).sort((a, b) => b.votes - a.votes || a.lot - b.lot)
  return order.filter(({ cost }) => cost <= left && ((left -= cost), true)).map(({ id }) => id)
}

/**
 * What each supporter of a project would pay, as paid / rich of the money's unit; undefined if they have too little. The poorest give all they
 * have, the others the same.
 */
function priceOf(cost, unit, supporters) {
  let rest = cost * unit
  let rich = supporters.reduce((sum, { size }) => sum + size, 0n)
  if (supporters.reduce((sum, { size, money }) => sum + size * money, 0n) < rest) return undefined
  for (const { size, money } of [...supporters].sort((a, b) => (a.money < b.money ? -1 : a.money > b.money ? 1 : 0))) {
    if (money * rich >= rest) break
    rest -= money * size
    rich -= size
  }
  return { rest, rich }
}

/**
 * One run of Equal Shares on `share` fen for all `voters`: ids in the order of selection. Money is kept as whole numbers of fen / unit; each purchase
 * makes the unit finer, so that nothing is rounded.
 */
function equalShares(projects, classes, voters, share) {
  const bought = projects.filter(({ cost, votes }) => cost === 0 && votes > 0).sort((a, b) => a.lot - b.lot)
  let waiting = projects.filter(({ cost, votes }) => cost > 0 && votes > 0).map(project => ({ ...project, top: [BigInt(project.votes), 1n] }))
  let unit = voters
  for (const one of classes) one.money = share
  for (;;) {
    let best
    const gone = new Set()
    waiting.sort((a, b) => (a.top[0] * b.top[1] > b.top[0] * a.top[1] ? -1 : 1))
    for (const project of waiting) {
      // it can only have lost since it was last looked at
      if (best && project.top[0] * best.worth[1] < best.worth[0] * project.top[1]) break
      const supporters = classes.filter(({ ids, money }) => money > 0n && ids.has(project.id))
      const price = priceOf(BigInt(project.cost), unit, supporters)
      if (!price) {
        gone.add(project)
        continue
      }
      // effective votes: cost / price per head
      const worth = project.top = [BigInt(project.cost) * unit * price.rich, price.rest]
      const lead = best ? worth[0] * best.worth[1] - best.worth[0] * worth[1] : 1n
      if (lead > 0n || (lead === 0n && project.lot < best.project.lot)) best = { project, price, supporters, worth }
    }
    if (!best) return bought
    const { price: { rest, rich }, supporters, project } = best
    unit *= rich
    for (const one of classes) one.money *= rich
    for (const one of supporters) one.money = one.money > rest ? one.money - rest : 0n
    bought.push(project)
    waiting = waiting.filter(other => other !== project && !gone.has(other))
  }
}

const costOf = bought => bought.reduce((sum, { cost }) => sum + cost, 0)

/** As `equalShares`, with everybody's share enlarged by `step` fen for as long as what comes out fits the budget. */
function enlarged(projects, classes, voters, { budget, step }) {
  let [share, found] = [BigInt(budget), equalShares(projects, classes, voters, BigInt(budget))]
  const wanted = projects.filter(({ votes }) => votes > 0).length
  while (found.length < wanted) {
    share += BigInt(step) * voters
    const next = equalShares(projects, classes, voters, share)
    if (costOf(next) > budget) break
    found = next
  }
  return found
}

/**
 * Shares `rules.budget` among `rules.projects` by ballots (lists of ids). Answers winners in the order of selection and what they cost. Exact; meant
 * for as many ballots as a community has.
 */
export function countBudget(rules, ballots) {
  const lots = new Map(rules.lottery.order.map((id, lot) => [id, lot]))
  const projects = rules.projects.map(({ id, cost }, n) =>
    ({ id, cost, lot: lots.get(id) ?? lots.size + n, votes: ballots.filter(ids => ids.includes(id)).length }))
  const cost = new Map(rules.projects.map(one => [one.id, one.cost]))
  const spent = ids => ids.reduce((sum, id) => sum + cost.get(id), 0)
  const finish = winners => ({ winners, spent: spent(winners) })
  if (rules.rule === 'greedy') return finish(byVotes(projects, rules.budget))
  const [classes, voters] = [classesOf(ballots), BigInt(ballots.length)]
  if (voters === 0n) return finish([])
  const bought = rules.completion === 'none' ? equalShares(projects, classes, voters, BigInt(rules.budget))
    : enlarged(projects, classes, voters, rules)
  const shared = bought.map(({ id }) => id)
  if (rules.completion !== 'add1u') return finish(shared)
  return finish([...shared, ...byVotes(projects.filter(({ id }) => !shared.includes(id)), rules.budget - costOf(bought))])
}
