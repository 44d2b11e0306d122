import type { FastifyInstance } from 'fastify'

interface Known {
  readonly path: RegExp
  readonly methods: Set<string>
}

/** Keeps which paths know which methods, to tell a wrong method from a path that does not exist. Call before routes. */
export function rememberMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const known = new Map<string, Known>()
  app.addHook('onRoute', ({ url, method }) => {
    const one = known.get(url) ?? { path: matcher(url), methods: new Set<string>() }
    for (const each of [method].flat()) one.methods.add(each)
    known.set(url, one)
  })
  return (path) => [...known.values()].filter((one) => one.path.test(path)).flatMap((one) => [...one.methods])
}

function matcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*/g, '.*')
  return new RegExp(`^${source}$`)
}
