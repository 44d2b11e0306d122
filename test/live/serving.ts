import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type App, type AppParts, buildApp } from '../../server/app.ts'
import { rules } from '../../server/rules.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { No } from '../../shared/protocol.ts'
import { listLog } from './bench.ts'

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Served {
  readonly app: App
  readonly port: number
  readonly store: AppParts['store']
  readonly log: ReturnType<typeof listLog>
  readonly clock: { now: number }
  /** Sends exactly this; no header is added besides `Host`. */
  ask(path: string, asked?: Asked): Promise<Answered>
  stop(): Promise<void>
}

/** The whole server over a store in memory, on a free port of this machine. */
export async function serve(over: Partial<AppParts> = {}): Promise<Served> {
  const clock = { now: Date.parse('2026-11-23T18:00:00Z') }
  const now = () => clock.now
  const log = listLog()
  const store = over.store ?? memoryStore()
  const folder = pagesFolder()
  const app = await buildApp({
    store,
    rules,
    secret: Buffer.alloc(32, 7),
    config: { publicUrl: null, create: true, trustProxy: [], limits: 1 },
    pages: folder,
    linkBase: (host) => `http://${host}`,
    log,
    now,
    allowances: { making: 10_000, naming: 10_000 },
    ...over,
  })
  await app.web.listen({ host: '127.0.0.1', port: 0 })
  const port = app.port()
  return {
    app,
    port,
    store,
    log,
    clock,
    ask: (where, asked) => ask(port, where, asked),
    async stop() {
      await app.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A browser on someone's phone: sends what our pages send, and keeps its cookie. */
export interface Browser {
  cookie: string | null
  get<Body>(path: string): Promise<Body & Partial<No>>
  post<Body>(path: string, body: object): Promise<Body & Partial<No>>
}

export function browser({ ask: send }: Served): Browser {
  const own: Browser = {
    cookie: null,
    get: (where) => told(where, {}),
    post: (where, body) => told(where, { method: 'POST', headers: jsonHeaders, body: JSON.stringify(body) }),
  }
  async function told<Body>(where: string, asked: Asked): Promise<Body & Partial<No>> {
    const cookie: Readonly<Record<string, string>> = own.cookie === null ? {} : { cookie: own.cookie }
    const answer = await send(where, { ...asked, headers: { ...asked.headers, ...cookie } })
    const [set] = [answer.headers['set-cookie'] ?? []].flat()
    if (set !== undefined) own.cookie = set.split(';')[0] ?? null
    return JSON.parse(answer.text) as Body & Partial<No>
  }
  return own
}

export const jsonHeaders = { 'content-type': 'application/json', 'x-commonround': '1' }

export interface Made {
  readonly circle: string
  readonly meeting: string
  readonly person: string
  readonly link: string
}

/** Ana makes the garden circle with Bruno and Chidi; the link is what stands after the `#`. */
export async function madeCircle(served: Served): Promise<Made & { readonly ana: Browser; readonly fragment: string }> {
  const ana = browser(served)
  const wish = {
    decide: 'Where bikes stand',
    name: 'Ana',
    circle: 'Garden',
    people: ['Ana', 'Bruno', 'Chidi'],
    selfAdd: false,
  }
  const made = await ana.post<Made>('/api/circles', wish)
  if (made.ok === false) throw new Error(`No circle was made: ${made.reason}`)
  await markedAs(served, made.circle, made.meeting)
  return { ...made, ana, fragment: made.link.split('#')[1] ?? '' }
}

/** Waits until the circle has heard of its meeting. */
async function markedAs({ app }: Served, circle: string, meeting: string): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const fold = await app.host.look(circle)
    if (JSON.stringify(fold?.state).includes(meeting)) return
    await new Promise((next) => setImmediate(next))
  }
  throw new Error('The circle has not heard of its meeting.')
}

/** Every stream with its last number: the same before and after whatever must leave no trace. */
export async function heads({ store }: Served): Promise<readonly string[]> {
  const all: string[] = []
  for await (const { stream, seq } of store.streams()) all.push(`${stream} ${seq}`)
  return all.sort()
}

function ask(port: number, where: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path: where, method, agent: false, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString() }),
      )
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

const pages = ['home', 'join', 'room', 'me', 'circle', 'meeting'] as const

function pagesFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  mkdirSync(path.join(folder, 'assets'))
  mkdirSync(path.join(folder, '.vite'))
  const files = {
    ...Object.fromEntries(
      pages.flatMap((page) => [
        [`${page}.html`, `<!doctype html><title>Commonround</title>${page}`],
        [`${page}.html.gz`, `${page} as gzip`],
      ]),
    ),
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '.vite/ahead.json': JSON.stringify({
      'stations/desk/DeskStation.tsx': ['assets/desk-abc123.js', 'assets/desk-abc123.css', 'assets/main-abc123.js'],
      'main.tsx': ['assets/main-abc123.js'],
    }),
    'assets/main-abc123.js': 'export {}',
    'assets/main-abc123.js.br': 'brotli',
    'assets/main-abc123.js.gz': 'gzip',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}
