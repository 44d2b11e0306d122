import { gatherAtHarrow, type Harrow, type Name } from '../../support/harrow.ts'
import type { Crowd, Device, Someone } from './people.ts'
import type { Server } from './server.ts'

/** The fictional circle in its meeting, and the browsers of those who are looked at. */
export interface AtHarrow {
  readonly harrow: Harrow
  /** This member's own browser, in the meeting. */
  sits(name: Name, device: Device, extra?: Parameters<Crowd['one']>[1]): Promise<Someone>
  /** The screen on the wall, opened by its own link. */
  hangs(extra?: Parameters<Crowd['one']>[1]): Promise<Someone>
}

export async function atHarrow(server: Server, crowd: Crowd): Promise<AtHarrow> {
  const harrow = await gatherAtHarrow(server.url)
  return {
    harrow,
    async sits(name, device, extra) {
      const visitor = harrow.visitors[name]
      const [cookie = '', value = ''] = visitor?.cookie.split('=') ?? []
      const someone = await crowd.one(device, extra)
      await someone.context.addCookies([{ name: cookie, value, url: server.url }])
      if (name !== 'Lior') visitor?.leaves()
      await someone.page.goto(`${server.url}/m/${harrow.meeting}`)
      return someone
    },
    async hangs(extra) {
      const links = JSON.parse(await harrow.lior.get(`/api/circles/${harrow.circle}/link`)) as { screen: string }
      const room = await crowd.one('room', extra)
      await room.page.goto(links.screen)
      await room.press('join.open')
      return room
    },
  }
}
