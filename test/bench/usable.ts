// How long until a page can be used, on a slow phone and a thin line, beside a page of the same libraries alone.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { build, loadConfigFromFile } from 'vite'
import { chromiumFlags, ensureChromium } from '../browser/chromium.ts'
import { words } from '../browser/support/words.ts'
import { gatherAtHarrow, type Harrow } from '../support/harrow.ts'
import { median, serveFolder } from './serving.ts'
import { thinLine } from './thin-line.ts'

const line = { bitsPerSecond: 1_600_000, roundTrip: 150 }
const slower = 4
const runs = Number(process.env.RUNS ?? 5)
const top = path.join(import.meta.dirname, '../..')

interface Page {
  readonly name: string
  readonly path: string
  readonly cookie: string | null
  readonly size: { readonly width: number; readonly height: number }
  /** In the text of what can be used then. */
  readonly usable: string
  readonly most: number
}

const phone = { width: 360, height: 640 }

async function pagesOf(harrow: Harrow): Promise<readonly Page[]> {
  const cookie = (name: string) => harrow.visitors[name]?.cookie ?? ''
  const meeting = `/m/${harrow.meeting}`
  return [
    { name: 'bare', path: '/', cookie: null, size: phone, usable: 'Ready', most: 1 },
    {
      name: 'join',
      path: new URL(harrow.link).pathname + new URL(harrow.link).hash,
      cookie: null,
      size: phone,
      usable: words('join.open'),
      most: 1.15,
    },
    {
      name: 'member',
      path: meeting,
      cookie: cookie('Greta'),
      size: phone,
      usable: words('my.no_objection'),
      most: 1.4,
    },
    {
      name: 'room',
      path: `/room/${harrow.circle}`,
      cookie: cookie('Chidi'),
      size: { width: 1920, height: 1080 },
      usable: words('room.any_objection', { who: 'Greta' }),
      most: 1.3,
    },
    {
      name: 'desk',
      path: meeting,
      cookie: cookie('Lior'),
      size: { width: 1280, height: 800 },
      usable: words('desk.their_none', { name: 'Greta' }),
      most: 1.8,
    },
  ]
}

/** The libraries alone, built as the app is. */
async function buildBare(folder: string): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, path.join(top, 'vite.config.ts'))
  if (!loaded) throw new Error('There is no vite.config.ts.')
  const { config } = loaded
  const root = path.join(import.meta.dirname, 'bare')
  await build({ ...config, configFile: false, root, logLevel: 'error', build: { ...config.build, outDir: folder } })
}

/** As the app's server sends its files: packed, and to be kept. */
async function serveBare(folder: string): Promise<{ port: number; stop(): void }> {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '')
    const file = path.join(folder, `${name}.gz`)
    if (!statSync(file, { throwIfNoEntry: false })) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain', 'content-encoding': 'gzip' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return { port, stop: () => server.close() }
}

async function contextOf(browser: Browser, { size, cookie }: Page, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size, hasTouch: size.width < 500 })
  const at = cookie?.indexOf('=') ?? -1
  if (cookie && at > 0)
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }])
  return context
}

function bare(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '')
}

/** In the page: notes when these words are on the screen. It looks only when something has changed, and slows nothing. */
function watchFor(wanted: string): void {
  const watching = new MutationObserver(() => {
    const has = (text: string | undefined | null) => text?.replace(/[\u2068\u2069]/g, '').includes(wanted)
    if (!has(document.body?.textContent) || !has(document.body.innerText)) return
    watching.disconnect()
    requestAnimationFrame(() => Reflect.set(window, 'usableAt', performance.now()))
  })
  watching.observe(document, { subtree: true, childList: true, characterData: true })
}

/** Milliseconds from the start of the navigation: when something is painted, and when it can be used. */
async function open(browser: Browser, page: Page, origin: string): Promise<{ painted: number; usable: number }> {
  const context = await contextOf(browser, page, origin)
  const tab = await context.newPage()
  const devtools = await context.newCDPSession(tab)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await tab.addInitScript(watchFor, bare(page.usable))
  await tab.goto(`${origin}${page.path}`, { waitUntil: 'commit' })
  const usable = await tab.waitForFunction(() => Reflect.get(window, 'usableAt'), null, {
    polling: 50,
    timeout: 60_000,
  })
  const painted = await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  const took = { painted, usable: Number(await usable.jsonValue()) }
  await context.close()
  return took
}

const data = mkdtempSync(path.join(tmpdir(), 'commonround-usable-'))
const bareFolder = path.join(data, 'bare')
await buildBare(bareFolder)
const alone = await serveBare(bareFolder)
const server = await serveFolder(path.join(data, 'data'))
const thin = await thinLine(server.port, line)
const thinBare = await thinLine(alone.port, line)
const harrow = await gatherAtHarrow(server.url)
await harrow.until('consenting')
const executablePath = ensureChromium()
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumFlags() })
try {
  const pages = await pagesOf(harrow)
  const took = new Map<string, { painted: number; usable: number }[]>(pages.map(({ name }) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const page of pages) {
      const port = page.name === 'bare' ? thinBare.port : thin.port
      took.get(page.name)?.push(await open(browser, page, `http://127.0.0.1:${port}`))
    }
  }
  const usable = (name: string) => median((took.get(name) ?? []).map((one) => one.usable))
  for (const { name, most } of pages) {
    const painted = median((took.get(name) ?? []).map((one) => one.painted))
    const ratio = usable(name) / usable('bare')
    const verdict = ratio <= most ? 'ok' : `more than ${most}`
    console.log(
      `${name}: painted after ${Math.round(painted)} ms, usable after ${Math.round(usable(name))} ms, ${ratio.toFixed(2)} × (${verdict})`,
    )
  }
} finally {
  await browser.close()
  harrow.leave()
  await Promise.all([thin.close(), thinBare.close(), server.stop()])
  alone.stop()
  rmSync(data, { recursive: true, force: true })
}
