import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CircleCommandSchemas } from '../../shared/circle/schema.ts'
import { circleStream } from '../../shared/circle/stream.ts'
import type { CircleCommand } from '../../shared/circle/types.ts'
import { running } from '../../shared/meeting/around.ts'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand } from '../../shared/meeting/types.ts'
import type { Said } from '../support/filled.ts'
import { plausibleOf } from '../support/processes/index.ts'
import { everywhereWith } from './everywhere.ts'
import { ofSchema, type Schema } from './from-schema.ts'
import { frozen } from './same.ts'
import { tell } from './told.ts'
import type { World } from './world.ts'

const people = ['ana', 'ana', 'bo', 'cleo', 'dov', 'gus', 'nia', 'otto'] as const
const shapes = MeetingCommandSchemas as unknown as readonly Schema[]
const commands = [...new Map(shapes.map((s) => [JSON.stringify(s), s])).values()].map(
  (schema) => ofSchema(schema) as fc.Arbitrary<MeetingCommand>,
)

/** Any command the gate lets through, by anyone, meant for what is asked now or for whatever it says. */
const anything = fc.noBias(
  fc.record({ actor: fc.constantFrom(...people), command: fc.oneof(...commands), isNow: fc.boolean() }),
)

/** Some number that was written lately: now and then it is the one that is meant. */
function over({ log }: World): number {
  const written = log.findLast(({ events }) =>
    events.some((e) => e.type === 'in' && e.event.type === 'wording.written'),
  )
  return written?.seq ?? 0
}

/** The same command with the numbers that a screen of this moment would send; what is called so and is no number stays. */
function meantNow(world: World, actor: string, command: MeetingCommand): Said {
  const run = running(world.now)
  const { process: _, ask: __, turn: ___, ...said } = command as unknown as Record<string, unknown>
  const person = (said.for as string | null) ?? actor
  if (typeof said.aside === 'number') said.aside = world.now.aside?.seq ?? 0
  if (typeof said.seq === 'number') said.seq = world.now.back?.seq ?? 0
  if ('replaces' in said) said.replaces = run ? plausibleOf(run).replaces(run, run.state, { actor, person }) : null
  if (typeof said.over === 'number') said.over = over(world)
  return said as unknown as Said
}

test('whatever the gate lets through gets a verdict, whenever and from whomever it comes', () => {
  const wild = fc.array(anything, { minLength: 30, maxLength: 80, size: 'max' })
  const { all } = everywhereWith(wild, { runs: 25, steps: 40 }, (plan, tally, sent) => {
    const world = tell(plan)
    for (const { actor, command, isNow } of sent) {
      const { verdict } = world.tries(actor, isNow ? world.sent(meantNow(world, actor, command)) : command)
      tally.add(command.type, verdict.ok ? 'yes' : 'no')
      expect(meetingStream.decide(null, command, world.moments[0]!.ctx).ok && command.type).toBe(false)
      for (const person of ['ana', null]) meetingStream.seeState(world.state, { person })
    }
  })
  const { yes, no, ...types } = all.counts
  console.info('anything at all:', JSON.stringify({ yes, no, types: Object.keys(types).length }))
  all.atLeast({ yes: 500, no: 4_000 })
  const never = MeetingCommandSchemas.map((s) => s.properties.type.const).filter((type) => !(type in types))
  expect(never, 'every command was tried').toEqual([])
})

const circles = CircleCommandSchemas.map((schema) => ofSchema(schema) as fc.Arbitrary<CircleCommand>)

test('a circle answers everything that the gate lets through', () => {
  const commands = fc.array(fc.tuple(fc.constantFrom(...people), fc.oneof(...circles)), { maxLength: 40, size: 'max' })
  const { all } = everywhereWith(commands, { runs: 14, steps: 60 }, (plan, tally, sent) => {
    let { circle, clock } = tell(plan)
    for (const [actor, command] of sent) {
      clock += 1000
      const ctx = { actor, now: clock, seed: 1, unreachable: {} }
      const verdict = circleStream.decide(frozen(circle), frozen(command), ctx)
      tally.add(command.type, verdict.ok ? 'yes' : 'no')
      if (verdict.ok)
        circle = circleStream.evolve(circle, { seq: 1, id: 'w', by: actor, at: clock, events: verdict.events })
    }
  })
  console.info('circles:', JSON.stringify(all.counts))
  all.atLeast({ yes: 400, no: 400, 'decision.word': 100, 'circle.habits': 100 })
})
