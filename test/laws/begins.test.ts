import { expect, test } from 'vitest'
import { commands } from '../../server/gate/commands.ts'
import { createGate } from '../../server/gate.ts'
import { aroundOf, facilitatorOf } from '../../shared/meeting/around.ts'
import type { Item } from '../../shared/meeting/types.ts'
import { processesOn } from '../../shared/processes/known.ts'
import { reasons } from '../../shared/refusals.ts'
import { randomFrom } from '../storms/dice.ts'
import { sceneOf } from '../support/plausible/scene.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import type { Tally } from './same.ts'
import { tell } from './told.ts'
import type { Moment } from './world.ts'

const gate = createGate(commands)

/** With ids as they come from outside. */
function outside(value: unknown, people: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return people.has(value) ? `p_${value.padEnd(16, 'a')}` : value
  if (Array.isArray(value)) return value.map((one) => outside(one, people))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, outside(inner, people)]))
}

/** Whatever this item may hold begins with what its opening, or somebody's hand, gives it. */
function begins(item: Item, { after, ctx }: Moment, tally: Tally): void {
  if (!after) return
  const actor = facilitatorOf(after) ?? ctx.actor
  const people = new Set(after.seats.map(({ person }) => person))
  const around = aroundOf(after, { ...ctx, actor }, null)
  for (const process of processesOn(item.kind)) {
    const { kind } = process
    const byHand = plausibleOf({ kind }).setup(sceneOf(after, randomFrom(ctx.now)))
    for (const setup of [process.opens({ lead: item.lead, draft: item.draft }, around), byHand]) {
      if (setup === null) continue
      const sent = outside({ type: 'process.begin', item: item.id, kind, setup }, people)
      expect(gate.command('meeting', sent), `what ${kind} begins with`).toEqual({ ok: true, value: sent })
      const verdict = process.begin(setup as never, around, item.carried)
      expect(
        verdict.ok || verdict.refusal.reason in { ...reasons, ...process.reasons },
        `${kind} begins, or says why not`,
      ).toBe(true)
      if (verdict.ok) expect(verdict.events[0]?.type, 'with an event of its own').not.toMatch(/^(sealed|undoable)/)
      tally.add(verdict.ok ? kind : `not ${kind}`)
    }
  }
}

test('what an item opens with, or somebody begins by hand, is what the kind may be begun with', () => {
  const tried = everywhere({ runs: 8, steps: 60 }, (plan, tally) => {
    tell(plan, (moment) => {
      for (const item of moment.after?.items ?? []) if (moment.entry) begins(item, moment, tally)
    })
  })
  console.info('beginnings:', JSON.stringify(tried.all.counts))
  tried.all.atLeast(Object.fromEntries(kinds.map((kind) => [kind, 200])))
})
