/** Words and rules of visits for other rules and for pages. */
export { visitActs } from './acts.ts'
export { contactOf, CONTACT_KINDS, inPersonShare } from './contact.ts'
export { homesToOffer, nextHome, type DoorHome } from './doors.ts'
export { closedTo, mayRecord, MET, MET_SAID, PURPOSE_SAID, PURPOSES, SAID_MOST, VISITING, type Met, type Purpose } from './visit.ts'
export { whenVisited, type Told } from './when.ts'
