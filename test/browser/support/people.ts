import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { TextId } from '../../../shared/text/en.ts'
import { recordWire, type Wire } from './wire.ts'
import { type Params, wordsOf } from './words.ts'

export type Device = 'laptop' | 'phone' | 'room'

const devices: Readonly<Record<Device, BrowserContextOptions>> = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  room: { viewport: { width: 1920, height: 1080 } },
}

/** A person at a browser of their own: presses what is there to be seen, by its words. */
export class Someone {
  readonly page: Page
  readonly context: BrowserContext
  readonly wire: Wire
  /** Presses and taps so far; typing is counted apart. */
  presses = 0
  fields = 0
  private readonly touches: boolean

  constructor(page: Page, device: Device) {
    this.page = page
    this.context = page.context()
    this.wire = recordWire(page)
    this.touches = device === 'phone'
  }

  button(id: TextId, params?: Params) {
    return this.page.getByRole('button', { name: wordsOf(id, params, true) })
  }

  /** Presses the button with these words once it is there and does not rest. */
  async press(id: TextId, params?: Params): Promise<void> {
    await this.hit(this.button(id, params))
  }

  /** Chooses one of several by its words. */
  async choose(id: TextId, params?: Params): Promise<void> {
    await this.hit(this.page.getByRole('radio', { name: wordsOf(id, params) }))
  }

  async check(id: TextId, params?: Params): Promise<void> {
    await this.hit(this.page.getByRole('checkbox', { name: wordsOf(id, params) }))
  }

  /** Presses a button named so by people: a name, a title. */
  async pick(name: string | RegExp): Promise<void> {
    await this.hit(this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }))
  }

  async hit(control: ReturnType<Page['locator']>): Promise<void> {
    await (this.touches ? control.tap() : control.click())
    this.presses += 1
  }

  async write(id: TextId, text: string, params?: Params): Promise<void> {
    await this.page.getByRole('textbox', { name: wordsOf(id, params) }).fill(text)
    this.fields += 1
  }

  /** Within ten seconds these words are on the screen. */
  async sees(id: TextId, params?: Params): Promise<void> {
    await this.reads(wordsOf(id, params))
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible()
  }

  async misses(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true })).toHaveCount(0)
  }

  /** Keeps what is on this screen to be looked at, where pictures are asked for: `PICTURES=1`. */
  async picture(name: string): Promise<void> {
    if (process.env.PICTURES) await this.page.screenshot({ path: `test-results/pictures/${name}.png` })
  }
}

/** What browsers complain of while a server is away is no fault of a page. */
const away = /Failed to load resource|WebSocket connection to|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED/

/** Opens browsers for people and closes them all; remembers everything that went wrong in any of them. */
export class Crowd {
  readonly faults: string[] = []
  private readonly browser: Browser
  private readonly open: BrowserContext[] = []

  constructor(browser: Browser) {
    this.browser = browser
  }

  async one(device: Device, extra: BrowserContextOptions = {}): Promise<Someone> {
    const context = await this.browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Brussels',
      reducedMotion: 'reduce',
      ...devices[device],
      ...extra,
    })
    this.open.push(context)
    return this.tab(context, device)
  }

  /** Another tab of the same browser. */
  async tab(context: BrowserContext, device: Device): Promise<Someone> {
    const page = await context.newPage()
    page.on('pageerror', (error) => this.faults.push(`${error}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !away.test(message.text())) this.faults.push(message.text())
    })
    return new Someone(page, device)
  }

  async leave(): Promise<void> {
    await Promise.all(this.open.map((context) => context.close()))
  }
}
