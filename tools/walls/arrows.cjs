// The arrows of ARCHITECTURE.md as data: which capability may ask which. A capability asks those below it; the middle is flat.
const ground = ['record', 'trust', 'places', 'offices', 'notices', 'visits', 'roster']
const middle = ['forms', 'matters', 'disputes', 'confidential', 'ballots', 'deliberation', 'duties', 'community']
const above = ['emergency']
const top = ['insight', 'channels']

/** For each capability, those that it may ask. */
const mayAsk = {
  ...Object.fromEntries(ground.map((name, level) => [name, ground.slice(0, level)])),
  ...Object.fromEntries(middle.map((name) => [name, ground])),
  disputes: [...ground, 'matters'],
  deliberation: [...ground, 'matters', 'ballots'],
  ...Object.fromEntries(above.map((name) => [name, [...ground, ...middle]])),
  ...Object.fromEntries(top.map((name) => [name, [...ground, ...middle, ...above]])),
}

module.exports = { mayAsk, capabilities: Object.keys(mayAsk) }
