import type { CategoryCode } from '../src/matters/rules/index.ts'

/** Which drawings may stand for a photo of what, before and after. */
export const photoPairs: Readonly<Partial<Record<CategoryCode, { readonly before: string; readonly after: string }>>> = {
  lighting: { before: 'lamp-before', after: 'lamp-after' }, lift: { before: 'lift-before', after: 'lift-after' },
    garbage: { before: 'bins-before', after: 'bins-after' },
  garbage_point: { before: 'bins-before', after: 'bins-after' }, barrier_free: { before: 'ramp-before', after: 'ramp-after' },
    ebike: { before: 'shed-before', after: 'shed-after' },
  sewer: { before: 'pipe-before', after: 'pipe-after' }, public_pipe: { before: 'pipe-before', after: 'pipe-after' },
    cooking_fume: { before: 'stall-before', after: 'stall-after' },
  street_vendor: { before: 'stall-before', after: 'stall-after' }, fire_lane: { before: 'lane-before', after: 'lane-after' },
    parking: { before: 'lane-before', after: 'lane-after' },
  street_light: { before: 'road-before', after: 'road-after' }, wall_seep: { before: 'wall-before', after: 'wall-after' },
    greening: { before: 'tree-before', after: 'tree-after' },
  play: { before: 'slide-before', after: 'slide-after' }, corridor_clutter: { before: 'stairs-before', after: 'stairs-after' },
}
