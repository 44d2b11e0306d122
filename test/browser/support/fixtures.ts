import { test as base, expect } from '@playwright/test'
import { Crowd } from './people.ts'
import { type Server, startServer } from './server.ts'

/** A test with a server of its own and people around it; a page that complains fails it. */
export const test = base.extend<{ server: Server; crowd: Crowd }>({
  server: async ({ browserName: _ }, use) => {
    const server = await startServer()
    await use(server)
    await server.remove()
  },
  crowd: async ({ browser }, use) => {
    const crowd = new Crowd(browser)
    await use(crowd)
    await crowd.leave()
    expect(crowd.faults).toEqual([])
  },
})
