import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Way } from '../../../client/processes/index.ts'
import { waysAt } from '../../../client/processes/index.ts'
import { BeginItem } from '../../../client/stations/desk/BeginItem.tsx'
import type { Item } from '../../../shared/meeting/types.ts'
import { en } from '../../../shared/text/en.ts'
import { renderAt } from '../render.tsx'
import { deskAt } from './desk.tsx'
import { scenes } from './scenes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Something made up that is begun by hand, as any process would be. */
function made(kind: string): Way {
  return {
    kind: kind as Way['kind'],
    Begin: ({ item, ways }) => (
      <section aria-label={`${kind} at ${item.title}`}>
        {ways}
        <button type="button">{`Begin ${kind}`}</button>
      </section>
    ),
  }
}

function begun(ways: readonly [Way, ...Way[]]) {
  const play = scenes.before!(['p_Ana', 'p_Bo', 'p_Cleo'])
  const item = play.now.items[0] as Item
  renderAt({ now: play.now, me: play.me, names: {} }, <BeginItem item={item} ways={ways} />)
  return item
}

test('where several things may be begun by hand, each is one tap away', () => {
  const { title } = begun([made('round'), made('consent')])
  expect(screen.getByRole('region', { name: `round at ${title}` })).toBeTruthy()
  const [first, second] = screen.getAllByRole('radio') as [HTMLInputElement, HTMLInputElement]
  expect([first.checked, second.checked]).toEqual([true, false])
  fireEvent.click(second)
  expect(screen.getByRole('region', { name: `consent at ${title}` })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Begin round' })).toBeNull()
})

test('where there is only one, nothing is asked', () => {
  begun([made('round')])
  expect(screen.getByRole('button', { name: 'Begin round' })).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('whatever is begun by hand has a sentence to choose it by', () => {
  const kinds = (['decide', 'talk'] as const).flatMap((item) => waysAt(item).map(({ kind }) => kind))
  expect(kinds.length).toBeGreaterThan(0)
  expect(kinds.filter((kind) => !(`begin.${kind}` in en))).toEqual([])
})

test('a round that is taken back while another is being chosen is on the desk again', async () => {
  const desk = await deskAt('talk-round')
  await desk.press('The round …', 'End it early', 'Another round')
  expect(desk.has(/^Begin: /)).toBe(true)
  await desk.press('Undo')
  expect(desk.has(/^Begin: /)).toBe(false)
  expect(desk.reads('is speaking')).toBe(true)
})
