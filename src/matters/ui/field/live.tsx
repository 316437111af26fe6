/** Keeps the lists of the field pages fresh while somebody is signed in. */
import { useLive, useSession } from '../staff-api.ts'

export function Live() {
  const { data } = useSession()
  useLive(data?.post != null)
  return null
}
