/** In the demo nothing is sent to a phone: the code that would have been sent last. */
import { useQuery } from '@tanstack/react-query'
import { request } from '../../../ui-kit/index.ts'

/** Asks for it every three seconds while `wanted`. */
export const useSentCode = (wanted: boolean) => useQuery({
  queryKey: ['demo-code'], enabled: wanted, retry: false, refetchInterval: 3000, gcTime: 0,
  queryFn: () => request<{ readonly code: string | null }>('GET', '/api/v1/demo/code'),
})
