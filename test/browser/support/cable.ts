import type { Page } from '@playwright/test'

/** The line that carries the meeting; pages themselves still load, so that a reload in between can be tried. */
export interface Cable {
  unplug(): Promise<void>
  plug(): void
}

/** Holds for every socket the page opens from now on: load the page again afterwards. */
export async function layCable(page: Page): Promise<Cable> {
  const ends: (() => Promise<void>)[] = []
  let plugged = true
  await page.routeWebSocket(/socket\.io/, (near) => {
    if (!plugged) return void near.close()
    const far = near.connectToServer()
    ends.push(async () => {
      await near.close()
      await far.close()
    })
  })
  return {
    async unplug() {
      plugged = false
      await Promise.all(ends.splice(0).map((cut) => cut()))
    },
    plug() {
      plugged = true
    },
  }
}
