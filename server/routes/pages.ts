import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StreamId } from '../../shared/types.ts'
import { ofDocuments } from '../http/headers.ts'
import { readPreloads } from '../http/preloads.ts'
import { mayFollow } from '../people/rights.ts'
import { type Ahead, aheadOfMeeting, aheadOfScreen } from '../reading/ahead.ts'
import { ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'

/** Where the app draws itself, and the page that names what is shown there. */
const places = {
  home: ['/', '/help', '/help/*'],
  join: ['/j', '/j/*'],
  room: ['/room'],
  me: ['/me'],
  circle: ['/c/*'],
} as const
type Page = keyof typeof places | 'meeting'

/** Places that go on to something, of which the page's own heading tells those whom it concerns. */
const goingOn = [
  { page: 'meeting', paths: ['/m/:id'], ahead: atMeeting },
  { page: 'meeting', paths: ['/m/:id/*'], ahead: besideMeeting },
  { page: 'room', paths: ['/room/:id', '/room/:id/*'], ahead: atScreen },
] as const

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
      if (/\.(js|css)(\.br|\.gz)?$/.test(file)) for (const name of ofDocuments) reply.removeHeader(name)
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
  for (const { page, paths, ahead } of goingOn) {
    for (const place of paths) {
      app.get<{ Params: { id: string } }>(place, async (request, reply) => {
        // A page without it comes a little later, and comes.
        const all = await ahead(parts, request, request.params.id).catch(() => null)
        if (all) reply.header('link', preloads(all))
        return sendPage(reply, folder, page)
      })
    }
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

/** For the people of the device that asks; nothing for strangers: to them there is no meeting. */
async function atMeeting(parts: RouteParts, request: FastifyRequest, meeting: StreamId): Promise<Ahead | null> {
  const own = await ownIn(parts, request, { stream: meeting, kind: 'meeting' })
  if (!own) return null
  const people = own.people.map(({ id }) => id)
  return aheadOfMeeting(own.fold, people)
}

/** Its minutes alone, say: the state, and no station. */
async function besideMeeting(parts: RouteParts, request: FastifyRequest, meeting: StreamId): Promise<Ahead | null> {
  const ahead = await atMeeting(parts, request, meeting)
  return ahead && { ...ahead, modules: [] }
}

/** For a device that was let in by a link of this circle. */
async function atScreen(parts: RouteParts, request: FastifyRequest, circle: StreamId): Promise<Ahead | null> {
  const device = await parts.devices.deviceOf(request.headers.cookie)
  const fold = device && (await parts.host.look(circle))
  if (!fold || !(await mayFollow(parts, device, fold, null))) return null
  return aheadOfScreen(parts.host, fold)
}
