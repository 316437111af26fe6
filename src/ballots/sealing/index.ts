/** Keys, sealing and the tree of a vote's ballots. Hashing and random bytes live here; texts live in rules/sealed. */
export { destroyLinkKey, makeVoteKeys, openLinkKey, openListKey, openSealKey, pseudonymOf, type VoteKeyRow } from './keys.ts'
export { commitmentOf, newBallotSalt, openChoice, rulesHash, sealChoice } from './choice.ts'
export { ballotReceipt, sealTree } from './tree.ts'
export { openLink, sealLink, type LinkCode, type LinkPair, type SealedLink } from './key-list.ts'
