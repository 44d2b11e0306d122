import type { BrowserContext, Page } from '@playwright/test'

/** Everything that reached a browser over sockets and HTTP, kept to be searched. */
export interface Wire {
  readonly heard: string[]
  /** How many pieces came in so far. */
  holds(words: string): boolean
}

/** Listens from now on; call it before the page opens anything. */
export function recordWire(page: Page): Wire {
  const heard: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()))
    socket.on('framesent', () => undefined)
  })
  page.on('response', async (response) => {
    if (!response.url().includes('/api/')) return
    heard.push(await response.text().catch(() => ''))
  })
  return { heard, holds: (words) => heard.some((one) => one.includes(words)) }
}

/** What a browser keeps: both storages, every IndexedDB, the caches, and the cookies. */
export async function storedIn(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => {
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }, history.state, await caches.keys()]
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store).getAll()
        all.push(await new Promise((done) => (rows.onsuccess = () => done(rows.result))))
      }
      db.close()
    }
    return JSON.stringify(all)
  })
  return kept + JSON.stringify(await context.cookies())
}

/** The whole document as it stands: words, attributes, and what is typed in fields. */
export async function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    return document.documentElement.outerHTML + typed.join('\n')
  })
}
