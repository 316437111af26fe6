import { firm } from './firm.ts'
import { house } from './house.ts'
import { neighbours } from './neighbours.ts'
import { people } from './people.ts'
import { safety } from './safety.ts'
import { street } from './street.ts'
import type { Topic } from './topic.ts'

/** Everything people of the made-up street talk about. */
export const allTopics: readonly Topic[] = [...safety, ...street, ...neighbours, ...firm, ...house, ...people]
