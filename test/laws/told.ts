import fc from 'fast-check'
import type { Kind } from '../../shared/processes/index.ts'
import type { PersonId, Settings } from '../../shared/types.ts'
import { randomFrom } from '../storms/dice.ts'
import { careless } from '../support/plausible/careless.ts'
import { plausible } from '../support/plausible/next.ts'
import { oneOf, sceneOf } from '../support/plausible/scene.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { type Moment, World } from './world.ts'

/** Where meetings begin that are of no kind. */
export const common = ['gathering', 'open'] as const

/** How the beginnings of a kind are called: two kinds may have some of the same name. */
function named(kind: Kind, name: string): string {
  return `${kind}: ${name}`
}

/** How far a meeting has come before chance takes over, and which kind of process it is then about. */
const into = new Map(
  kinds.flatMap((kind) =>
    Object.entries(plausibleOf({ kind }).begins).map(([name, begin]) => [named(kind, name), { kind, begin }] as const),
  ),
)
export const beginnings: readonly string[] = [...common, ...into.keys()]

/** Those that lead right into a process of this kind. */
export function beginningsOf(kind: Kind): readonly string[] {
  return Object.keys(plausibleOf({ kind }).begins).map((name) => named(kind, name))
}

/** Those of them in which something is sealed soon. */
export function sealingOf(kind: Kind): readonly string[] {
  return (plausibleOf({ kind }).secrets?.begins ?? []).map((name) => named(kind, name))
}

/** A meeting to be told: everything in it follows from this. */
export interface Plan {
  readonly members: number
  readonly settings: Partial<Settings>
  readonly beginning: string
  /** One number a step: the dice of that step. */
  readonly steps: readonly number[]
}

const people: readonly PersonId[] = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay']

/** Meetings of three to six members and a guest. */
export function meetings(steps: number, beginning: string): fc.Arbitrary<Plan> {
  const numbers = fc.noBias(fc.integer({ min: 0, max: 0x7fffffff }))
  return fc.record({
    members: fc.integer({ min: 3, max: 6 }),
    settings: fc.record({
      consentMode: fc.constantFrom('spoken', 'simultaneous'),
      roundStart: fc.constantFrom('rotate', 'remote first'),
      alternateDirection: fc.boolean(),
      facilitatorMid: fc.boolean(),
      selfAdd: fc.boolean(),
      absenteeEffect: fc.constantFrom('provisional', 'on-hold'),
    }),
    beginning: fc.constant(beginning),
    steps: fc.array(numbers, { maxLength: steps, size: 'max' }),
  })
}

function begins(world: World, beginning: string): void {
  const [ana, bo, cleo] = people as [string, string, string]
  world.acts(ana, { type: 'person.add', person: 'gus', as: 'guest' })
  if (beginning === 'gathering') return
  for (const { person } of world.now.seats) world.acts(person, { type: 'here', remote: person === cleo, for: null })
  const fields = { ...world.now.items[0]!.draft, text: 'Quiet from nine.', until: '2027-04-30', by: bo }
  world.acts(ana, { type: 'item.draft', item: 'i1', fields, over: 0 })
  world.acts(ana, { type: 'role.set', role: 'secretary', person: bo })
  world.acts(ana, { type: 'item.add', title: 'The garden', kind: 'talk' })
  if (beginning === 'open') world.acts(ana, { type: 'meeting.open', item: 'i1' })
  else into.get(beginning)?.begin(world)
}

/** One step: the line of somebody drops, time passes, or somebody does something. */
function steps(world: World, seed: number, about: Kind | null): void {
  const dice = randomFrom(seed)
  const roll = dice(100)
  const scene = sceneOf(world.now, dice, { unreachable: Object.keys(world.unreachable), about })
  if (roll < 4) {
    const gone = dice(2) === 0 ? scene.lead : oneOf(world.now.seats, dice)?.person
    if (gone) world.unreachable[gone] ??= world.clock
    world.clock += oneOf([0, 0, 25_000, 65_000], dice) ?? 0
  } else if (roll < 7) world.clock += oneOf([25_000, 65_000, 65_000, 3 * 3_600_000], dice) ?? 0
  else {
    const choice = plausible(scene)
    if (!choice) return
    const wanted = { actor: choice.actor, command: world.sent(choice.said) }
    const sent =
      roll < 18
        ? careless(
            scene,
            wanted,
            world.moments.map(({ ctx, command }) => ({ actor: ctx.actor, command })),
          )
        : wanted
    world.tries(sent.actor, sent.command)
  }
}

/** Tells a meeting from its call to wherever chance leads it; `watch` sees every try. */
export function tell(plan: Plan, watch?: (moment: Moment, world: World) => void): World {
  const world = new World({ members: people.slice(0, plan.members), settings: plan.settings }, watch)
  begins(world, plan.beginning)
  const about = into.get(plan.beginning)?.kind ?? null
  for (const seed of plan.steps) steps(world, seed, about)
  return world
}
