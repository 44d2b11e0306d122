import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildApp } from '../server/app.ts'
import { rules } from '../server/rules.ts'
import { openSqlite } from '../server/store/sqlite.ts'
import { chromiumFlags, ensureChromium } from './browser/chromium.ts'
import { gatherAtHarrow, type Harrow, type Stage, stages } from './support/harrow.ts'

// Takes the pictures of the README from a real run: node test/screenshots.ts [folder] [stage …]
const top = path.join(import.meta.dirname, '..')
const folder = path.resolve(process.argv[2] ?? path.join(top, 'docs/screens'))
const wanted = process.argv.length > 3 ? stages.filter((s) => process.argv.includes(s)) : stages
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
    await harrow.until(stage as Stage)
    if (!wanted.includes(stage)) continue
    for (const [name, page] of Object.entries(pages)) {
      await page.waitForTimeout(700)
      await page.screenshot({ path: path.join(folder, `${stage}-${name}.png`) })
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
  config: { publicUrl: null, create: true, trustProxy: [] },
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
