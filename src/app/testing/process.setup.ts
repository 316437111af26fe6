/** Runs before each test file: files share a process, so each begins with the keys and the clock of tests whatever the file before it set. */
import { setClockOffset } from '../../kit/clock.ts'
import { openKeys, useKeys } from '../../trust/index.ts'

setClockOffset(0)
useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
