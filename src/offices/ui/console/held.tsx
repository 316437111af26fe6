/** Who holds a post, in a word: the name, who stands in, or that it is vacant. */
import { useWords } from '../../../ui-kit/index.ts'
import type { ChainLevel, ChainPost } from '../parts/offices.ts'
import { chainWords } from './chain-words.ts'

export function HeldBy({ post }: { post: ChainPost }) {
  const w = useWords(chainWords)
  const person = post.holder ?? post.deputy
  if (!person) return <span className="oc-empty">{w.empty}</span>
  const name = person.name ?? w.hidden
  return <b className="oc-name">{post.holder ? name : w.deputy(name)}</b>
}

/** One level of a building in a cell: its holders, and where it falls to while it is vacant. `short`: what tells two posts of a level apart. */
export function LevelCell({ level }: { level: ChainLevel | undefined }) {
  const w = useWords(chainWords)
  if (!level) return <span className="lk-second">{w.none}</span>
  const several = level.posts.length > 1
  return <div className="oc-cell">
    {level.posts.map((post) => <span key={post.post}><HeldBy post={post} />{several
      && <span className="lk-small">{zoneOf(post.title)}</span>}</span>)}
    {level.posts.length === 0 && <span className="oc-empty">{w.none}</span>}
    {level.gap?.fallsTo && <span className="lk-small">{w.fallsTo(level.gap.fallsTo.name, level.gap.fallsTo.title)}</span>}
  </div>
}

/** Place and title as one name, what both say said once: 锦澜府3号楼 and 3号楼楼栋长 are 锦澜府3号楼楼栋长. */
export function namedAt(placeName: string, title: string): string {
  for (let length = Math.min(placeName.length, title.length); length > 0; length--) {
    if (title.startsWith(placeName.slice(-length))) return placeName + title.slice(length)
  }
  return `${placeName} ${title}`
}

/** '7号楼低区楼栋长' is told apart by 低区; other titles by themselves. */
const zoneOf = (title: string): string => /楼(.{1,4})楼栋长$/.exec(title)?.[1] ?? title
