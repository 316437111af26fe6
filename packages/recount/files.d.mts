export function linesOf(file: string): Iterable<string>
