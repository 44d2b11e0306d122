import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StreamId } from '../../shared/types.ts'
import { readPreloads } from '../http/preloads.ts'
import { ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'

/** Where the app draws itself, and the page that names what is shown there. */
const places = {
  home: ['/', '/help', '/help/*'],
  join: ['/j', '/j/*'],
  room: ['/room', '/room/*'],
  me: ['/me'],
  circle: ['/c/*'],
} as const
type Page = keyof typeof places | 'meeting'

/** Can this folder be served: was the client built? */
export function hasPages(folder: string): boolean {
  return existsSync(path.join(folder, 'home.html'))
}

/** The built client. Nothing private ever stands in this folder. */
export async function pageRoutes(app: FastifyInstance, parts: RouteParts, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    // A name with a hash in it never means anything else; all others are asked for each time.
    setHeaders: (reply, file) => {
      const kept = path.dirname(file) === path.join(folder, 'assets')
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const beside = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.startsWith('.') && !/\.(html|br|gz)$/.test(file.name))
    .map((file) => file.name)
  for (const name of beside) app.get(`/${name}`, (_, reply) => fromTop(reply, folder, name))
  for (const [page, paths] of Object.entries(places) as [Page, readonly string[]][]) {
    for (const place of paths) app.get(place, (_, reply) => sendPage(reply, folder, page))
  }
  const preloads = readPreloads(folder)
  for (const place of ['/m/:id', '/m/:id/*']) {
    app.get<{ Params: { id: string } }>(place, async (request, reply) => {
      // A page without them comes a little later, and comes.
      const modules = await shownIn(parts, request, request.params.id).catch(() => [])
      if (modules.length > 0) reply.header('link', preloads(modules))
      return sendPage(reply, folder, 'meeting')
    })
  }
  app.get('/robots.txt', (_, reply) => reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'))
}

/** A page of the app; browsers ask each time whether it is still the same. */
export function sendPage(reply: FastifyReply, folder: string, page: Page = 'home'): FastifyReply {
  return fromTop(reply, folder, `${page}.html`)
}

function fromTop(reply: FastifyReply, folder: string, name: string): FastifyReply {
  return reply.sendFile(name, folder)
}

/**
 * What the page of a meeting goes on to at once, for the people of the device that asks: the desk, or the table and
 * what runs there. Nothing in the lobby, and nothing for strangers: to them there is no meeting.
 */
async function shownIn(parts: RouteParts, request: FastifyRequest, meeting: StreamId): Promise<readonly string[]> {
  const own = await ownIn(parts, request, { stream: meeting, kind: 'meeting' })
  const people = own?.people.map(({ id }) => id) ?? []
  const shows = own && parts.rules.shows('meeting', own.fold.state, people)
  if (!shows) return []
  const process = shows.process === null ? [] : [`processes/${shows.process}/${shows.station}.tsx`]
  return [...stations[shows.station], ...process]
}

const stations = {
  phone: ['stations/phone/PhoneStation.tsx'],
  desk: ['stations/desk/DeskStation.tsx', 'live/words/desk.ts'],
} as const
