/** Every number that the map depends on. They are published with each map; changing one changes the version. */

/** Names the mathematics of a published map: the same version, votes and seed give the same bytes. */
export const VERSION = 'linli-opinion-map-1'

export const parameters = {
  /** Answers from which on somebody is part of a group, or all statements where there are fewer. */
  answersToBeGrouped: 7,
  /** Where fewer people answered so much, the busiest come in up to this number. */
  peopleToBeGrouped: 15,
  /** A group of fewer people is not drawn. [P13] */
  smallestGroup: 5,
  mostGroups: 5,
  /** One more group may be tried for each so many people. */
  peoplePerGroupTried: 12,
  /** A further group has to make the silhouette better by so much. */
  silhouetteGain: 0.02,
  /** Silhouettes look at so many people at most, evenly spread. */
  silhouettePeople: 2000,
  starts: 10,
  rounds: 100,
  /** One-sided 90 %. */
  significant: 1.2816,
  representative: 5,
  consensus: 5,
  /** How many drawings in a row another number of groups has to win before it is shown. */
  steady: 4,
} as const
