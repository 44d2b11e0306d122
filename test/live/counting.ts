/** The same, and how often each of its methods was called. */
export interface Counted<Whole> {
  readonly it: Whole
  calls(name: keyof Whole & string): number
  /** Every method that was called since this was last asked for. */
  since(): Readonly<Record<string, number>>
}

export function counting<Whole extends object>(inner: Whole): Counted<Whole> {
  const all = new Map<string, number>()
  let fresh: Record<string, number> = {}
  const note = (name: string) => {
    all.set(name, (all.get(name) ?? 0) + 1)
    fresh[name] = (fresh[name] ?? 0) + 1
  }
  const it = new Proxy(inner, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self)
      if (typeof value !== 'function') return value
      return (...args: readonly unknown[]) => {
        note(String(name))
        return value.apply(target, args)
      }
    },
  })
  return {
    it,
    calls: (name) => all.get(name) ?? 0,
    since() {
      const these = fresh
      fresh = {}
      return these
    },
  }
}
