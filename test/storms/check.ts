import { expect } from 'vitest'
import type { Entry } from '../../shared/types.ts'
import type { Storm, Weather } from './storm.ts'

/** What must hold once everyone is home, whatever the weather was. */
export async function checkHome(storm: Storm, { stream }: Weather): Promise<void> {
  const fold = await storm.fold()
  const { rules } = fold
  const log = (await storm.store.read(stream, 0)).map((raw) => rules.upcast(null, raw)) as readonly Entry<unknown>[]

  expect(
    log.map(({ seq }) => seq),
    'numbers without gaps',
  ).toEqual(log.map((_, n) => n + 1))
  expect(
    log.every(({ at }, n) => n === 0 || at >= log[n - 1]!.at),
    'time never goes back',
  ).toBe(true)
  const ids = log.map(({ by, id }) => `${by} ${id}`)
  expect(new Set(ids).size, 'every command once').toBe(ids.length)
  const rebuilt = log.reduce((state, entry) => rules.evolve(state, entry), rules.initial)
  expect(rebuilt, 'the log tells the state').toEqual(fold.state)

  for (const { person, copy, answers, seen } of storm.viewers) {
    expect(copy.taps, 'nothing is left on its way').toEqual([])
    expect(copy.seq, 'everyone has everything').toBe(fold.seq)
    expect(copy.confirmed, `what ${person ?? 'the screen'} folded is what they may see`).toEqual(
      rules.seeState(fold.state, { person }),
    )
    expect(copy.visible, 'the screen shows what is confirmed').toEqual(copy.confirmed)
    expect(
      seen.every((seq, n) => n === 0 || seq > seen[n - 1]!),
      'a copy only goes forward',
    ).toBe(true)
    for (const [id, given] of answers) {
      const entry = log.find((one) => one.id === id && one.by === person)
      const done = given.findIndex((answer) => answer.ok && answer.seq === entry?.seq)
      for (const answer of given) if (entry && answer.ok) expect(answer.seq).toBeLessThanOrEqual(entry.seq)
      if (done < 0) continue
      // Before it was done there may have been nothing to do; from then on the answer stays.
      for (const answer of given.slice(done))
        expect(answer.ok ? answer.seq : answer.retryable || answer.reason).toBe(entry?.seq)
    }
  }
}
