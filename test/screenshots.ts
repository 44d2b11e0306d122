import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildApp } from '../server/app.ts'
import { rules } from '../server/rules.ts'
import { openSqlite } from '../server/store/sqlite.ts'
import { chromiumFlags, ensureChromium } from './browser/chromium.ts'
import { gatherAtHarrow, type Harrow, stages } from './support/harrow.ts'

// Takes the pictures of the README from a real run. With a folder it takes every moment on every station instead.
const top = path.join(import.meta.dirname, '..')
const readme = ['consenting-phone-greta', 'consenting-laptop', 'working-room', 'working-laptop', 'decided-phone-chidi']
const everything = process.argv[2]
const folder = path.resolve(everything ?? path.join(top, 'docs/screens'))
const isWanted = (name: string) => everything !== undefined || readme.includes(name)
const data = mkdtempSync(path.join(tmpdir(), 'commonround-screens-'))

const surfaces = {
  laptop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
  room: { width: 1920, height: 1080 },
} as const

async function visit(browser: Browser, surface: keyof typeof surfaces, cookie: string, url: string): Promise<Page> {
  const at = cookie.indexOf('=')
  const scale = surface === 'phone' ? 2 : 1
  const context = await browser.newContext({
    viewport: surfaces[surface],
    deviceScaleFactor: scale,
    hasTouch: surface === 'phone',
  })
  const device = { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: new URL(url).origin }
  if (cookie !== '') await context.addCookies([device])
  const page = await context.newPage()
  page.on('console', (said) => said.type() === 'error' && console.error(`${surface}: ${said.text()}`))
  page.on('pageerror', (error) => console.error(`${surface}: ${error.message}`))
  await page.goto(url)
  return page
}

/** A picture once nothing moves any more: two in a row are the same. */
async function still(page: Page): Promise<Buffer> {
  await page.waitForFunction(() => document.body.innerText.trim().length > 20)
  let before = await page.screenshot()
  for (let tries = 0; tries < 40; tries++) {
    const now = await page.screenshot()
    if (now.equals(before)) return now
    before = now
  }
  return before
}

async function pictures(browser: Browser, origin: string, harrow: Harrow): Promise<void> {
  const links = JSON.parse(await harrow.lior.get(`/api/circles/${harrow.circle}/link`)) as { screen: string }
  const meeting = `${origin}/m/${harrow.meeting}`
  const cookie = (name: string) => harrow.visitors[name]?.cookie ?? ''
  const laptop = await visit(browser, 'laptop', cookie('Lior'), meeting)
  const phones = { greta: 'Greta', chidi: 'Chidi' } as const
  const greta = await visit(browser, 'phone', cookie(phones.greta), meeting)
  const chidi = await visit(browser, 'phone', cookie(phones.chidi), meeting)
  const room = await visit(browser, 'room', '', `${origin}/room${new URL(links.screen).hash}`)
  const open = room.getByRole('button')
  await open
    .first()
    .click({ timeout: 3000 })
    .catch(() => undefined)
  const pages = { laptop, 'phone-greta': greta, 'phone-chidi': chidi, room }
  for (const stage of stages) {
    await harrow.until(stage)
    for (const [station, page] of Object.entries(pages)) {
      const name = `${stage}-${station}`
      if (!isWanted(name)) continue
      writeFileSync(path.join(folder, `${name}.png`), await still(page))
    }
  }
}

const executablePath = ensureChromium()
if (!executablePath) throw new Error('There is no Chromium or Chrome to take pictures with.')
mkdirSync(folder, { recursive: true })
const store = openSqlite(path.join(data, 'app.db'))
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const app = await buildApp({
  store,
  rules,
  secret: Buffer.alloc(32, 7),
  config: { publicUrl: null, create: true, trustProxy: [], limits: 1 },
  pages: path.join(top, 'dist/client'),
  linkBase: () => `http://localhost:${app.port()}`,
  log: silent,
  now: Date.now,
})
await app.web.listen({ host: '127.0.0.1', port: 0 })
const origin = `http://localhost:${app.port()}`
const browser = await chromium.launch({ executablePath, args: chromiumFlags() })
try {
  const harrow = await gatherAtHarrow(origin)
  await pictures(browser, origin, harrow)
  harrow.leave()
} finally {
  await browser.close()
  await app.close()
  await store.close()
  rmSync(data, { recursive: true, force: true })
}
