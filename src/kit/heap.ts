import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap of this process grow to twice of what is in use before it is collected; by itself it takes four times and more on a machine with much
 * memory, and a command that reads a long file then holds what it needs no longer. Costs a few per cent of CPU. For commands, not for servers.
 */
export function growHeapGently(): void {
  setFlagsFromString('--heap-growing-percent=100')
}
