import path from 'node:path'
import { filesUnder, textOf } from './files.ts'

export interface Import {
  readonly from: string
  /** A file of ours as a path from the top, or the name of a package. */
  readonly to: string
  /** Gone when the program runs. */
  readonly isType: boolean
}

const statement =
  /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)(\.\w)?/gm

/** Every import of client, server and shared; `import('x').Y` in a type counts as a type. */
export function readImports(): Import[] {
  return ['client', 'server', 'shared'].flatMap((folder) =>
    filesUnder(folder, ['.ts', '.tsx', '.mjs']).flatMap(importsOf),
  )
}

function importsOf(from: string): Import[] {
  return Array.from(textOf(from).matchAll(statement), ([, type, still, lazy, member]) => ({
    from,
    to: resolve(from, still ?? lazy ?? ''),
    isType: type !== undefined || (member !== undefined && /^\.[A-Z]/.test(member)),
  }))
}

function resolve(from: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : name
}

/** Everything that runs because this file runs, itself included. */
export function reachable(imports: readonly Import[], start: string): Set<string> {
  const seen = new Set([start])
  for (const file of seen) for (const each of running(imports, file)) seen.add(each)
  return seen
}

/** One circle of running imports as the files on it, or null. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(file)
    if (at >= 0) return [...trail.slice(at), file]
    if (done.has(file)) return null
    for (const next of running(imports, file)) {
      const cycle = visit(next, [...trail, file])
      if (cycle !== null) return cycle
    }
    done.add(file)
    return null
  }
  return imports.reduce<string[] | null>((cycle, each) => cycle ?? visit(each.from, []), null)
}

function running(imports: readonly Import[], file: string): string[] {
  return imports.filter((each) => each.from === file && !each.isType).map((each) => each.to)
}
