import type { Shape } from './rebuild.ts'

/** What tells one command from another: its type, and the kind of process it names as a constant, if it does. */
export function keyOfSchema({ properties = {} }: Shape): string {
  const { type, kind } = properties
  return kind?.const === undefined ? String(type?.const) : `${type?.const} ${kind.const}`
}

/** The keys under which a command may be known, the nearest first. */
export function keyOf(command: unknown): readonly string[] {
  if (typeof command !== 'object' || command === null || !Object.hasOwn(command, 'type')) return []
  const { type, kind } = command as { readonly type: unknown; readonly kind?: unknown }
  if (typeof type !== 'string') return []
  return typeof kind === 'string' && Object.hasOwn(command, 'kind') ? [`${type} ${kind}`, type] : [type]
}
