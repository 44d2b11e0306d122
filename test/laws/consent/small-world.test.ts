import { expect, test } from 'vitest'
import { facilitatorOf, running } from '../../../shared/meeting/around.ts'
import { meetingStream } from '../../../shared/meeting/stream.ts'
import type { Item, MeetingState } from '../../../shared/meeting/types.ts'
import type { Consent } from '../../../shared/processes/consent/types.ts'
import { decidedIn } from '../../../shared/record/item.ts'
import type { PersonId } from '../../../shared/types.ts'
import { filled, type Said } from '../../support/filled.ts'
import { Oracle } from '../../support/oracle.ts'
import { share, Tally } from '../same.ts'
import { type Moment, World } from '../world.ts'

const { decide, evolve } = meetingStream
const begin = { start: null, direction: null }
const members = ['ana', 'bo', 'cleo'] as const
/** How many steps anyone looks ahead; a longer run is asked for by name. */
const depth = share > 1 ? 8 : share < 1 ? 4 : 6

interface Place {
  readonly state: NonNullable<MeetingState>
  readonly oracle: Oracle
  readonly seq: number
}

function consentOf(state: Place['state']): Consent | null {
  const run = running(state)?.state
  return run?.kind === 'consent' ? run : null
}

/** What each of them may answer, by their own hand; their own objection, and for one of them coming and going. */
function own(person: PersonId, { state, consent }: { state: Place['state']; consent: Consent }): readonly Said[] {
  const run = running(state)
  const stands = consent.answers?.given[person]
  const sealed = run?.sealedSeqs[consent.answers?.slot ?? '']?.[person]?.at(-1) ?? 0
  const replaces = stands ? (stands.position === null ? Math.max(stands.seq, sealed) : stands.seq) : null
  const answer = { type: 'consent.answer', replaces, for: null } as const
  const mine = consent.objections.filter((o) => o.by === person)
  return [
    { ...answer, answer: { is: 'none' } },
    { ...answer, answer: { is: 'objection', words: '' } },
    ...mine.map((o) => ({ type: 'objection.withdraw', objection: o.id, for: null }) as const),
    ...(person === 'bo' ? [{ ...answer, answer: { is: 'not ready', need: '' } } as const] : []),
    ...(person === 'cleo' ? comes : []),
  ]
}

const comes: readonly Said[] = [
  { type: 'here', remote: false, for: null },
  { type: 'seat.mark', person: 'cleo', attendance: 'left', confirmed: false },
]

/** What the facilitator may do. There are two wordings and no more. */
function leading(consent: Consent): readonly Said[] {
  const { draft, written } = consent.wording
  const { length } = consent.wording.versions
  const objection = consent.objections[0]?.id ?? 'o1'
  return [
    { type: 'consent.ask', mode: 'spoken', ...begin },
    { type: 'consent.ask', mode: 'simultaneous', ...begin },
    { type: 'consent.open' },
    { type: 'consent.announce' },
    { type: 'consent.recheck' },
    { type: 'consent.step', to: 'wording' },
    { type: 'turn.skip' },
    { type: 'turn.back' },
    { type: 'objection.hear', objection },
    { type: 'objection.mark', objection, as: 'understood' },
    ...(length < 2 ? [{ type: 'wording.write', fields: { ...draft, text: 'B' }, over: written } as const] : []),
  ]
}

/** The state with its entries numbered anew, so that two ways to the same place meet. */
function placeName(state: MeetingState): string {
  const { back: _, ...now } = state!
  const text = JSON.stringify(now)
  const number = /(?<="(?:seq|ask|frozen|turn|written|here|put)":|consent\/|[[,])\d{1,6}(?=[,}\]"])/g
  const ranks = [...new Set(text.match(number))].map(Number).sort((a, b) => a - b)
  return text.replace(number, (seq) => String(ranks.indexOf(Number(seq))))
}

/** Before consent is asked for the first time; or once it is asked again, on words that are to meet an objection. */
function begins(asked: 'first' | 'again'): Place {
  const oracle = new Oracle()
  const world = new World({ members, settings: {} }, (moment) => oracle.read(moment))
  for (const person of members) world.acts(person, { type: 'here', remote: false, for: null })
  const fields = { ...world.now.items[0]!.draft, text: 'A' }
  const told: readonly (readonly [PersonId, Said])[] = [
    ['ana', { type: 'item.draft', item: 'i1', fields, over: 0 }],
    ['ana', { type: 'meeting.open', item: 'i1' }],
    ['ana', { type: 'consent.anything' }],
  ]
  const answer = { type: 'consent.answer', replaces: null, for: null } as const
  const again: typeof told = [
    ['ana', { type: 'consent.ask', mode: 'spoken', start: 'ana', direction: 1 }],
    ['ana', { ...answer, answer: { is: 'none' } }],
    ['bo', { ...answer, answer: { is: 'objection', words: '' } }],
    ['cleo', { ...answer, answer: { is: 'none' } }],
    ['ana', { type: 'objection.hear', objection: 'o1' }],
    ['ana', { type: 'objection.work', move: 'wording' }],
    ['ana', { type: 'wording.write', fields: { ...fields, text: 'B' }, over: 0 }],
    ['ana', { type: 'consent.ask', mode: 'spoken', start: 'ana', direction: 1 }],
  ]
  for (const [actor, said] of [...told, ...(asked === 'again' ? again : [])])
    if (!world.acts(actor, said).entry) throw new Error(`${said.type} did nothing`)
  return { state: world.now, oracle, seq: world.log.length }
}

interface Way {
  readonly moment: Moment
  readonly seq: number
}

/** What comes of it; null if nothing does. */
function way(place: Place, actor: PersonId, said: Said): Way | null {
  const ctx = { actor, now: place.state.calledAt, seed: 1, unreachable: {} }
  const command = filled(place.state, said)
  const verdict = decide(place.state, command, ctx)
  if (!verdict.ok || verdict.events.length === 0) return null
  const seq = place.seq + 1
  const entry = { seq, id: 'k', by: actor, at: ctx.now, events: verdict.events }
  return { moment: { before: place.state, command, ctx, verdict, entry, after: evolve(place.state, entry) }, seq }
}

/** Where it leads, held to the oracle. */
function there(place: Place, { moment, seq }: Way): Place {
  const oracle = Object.assign(new Oracle(), structuredClone({ ...place.oracle }))
  oracle.read(moment)
  return { state: moment.after!, oracle, seq }
}

function waysFrom(place: Place): readonly Way[] {
  const consent = consentOf(place.state)
  if (!consent) return []
  const all = members.flatMap((p) => own(p, { state: place.state, consent }).map((said) => [p, said] as const))
  const some = leading(consent).map((said) => ['ana', said] as const)
  return [...all, ...some].flatMap(([actor, said]) => way(place, actor, said) ?? [])
}

function canEnd({ state }: Place): void {
  const command: Said = { type: 'meeting.end', next: { when: 'soon', who: null, words: '' } }
  const actor = facilitatorOf(state) ?? ''
  const ctx = { actor, now: state.calledAt, seed: 1, unreachable: {} }
  expect(decide(state, filled(state, command), ctx).ok, 'no dead end').toBe(true)
}

function effectOf(item: Item | undefined): string | undefined {
  return item && decidedIn(item)[0]?.effect
}

function explored(start: Place, steps: number): Tally {
  const tally = new Tally()
  const known = new Set([placeName(start.state)])
  let edge: readonly Place[] = [start]
  for (let step = 1; step <= steps; step += 1) {
    const beyond: Place[] = []
    for (const place of edge) {
      for (const one of waysFrom(place)) {
        tally.add('ways')
        const name = placeName(one.moment.after)
        if (known.has(name)) continue
        known.add(name)
        const next = there(place, one)
        canEnd(next)
        beyond.push(next)
        const item = next.state.items[0]
        tally.add('places', consentOf(next.state)?.step.stage ?? effectOf(item) ?? 'over')
      }
    }
    edge = beyond
  }
  return tally
}

test('three people and one proposal: whatever they do, everything that must be true is', () => {
  const tally = explored(begins('first'), depth)
  console.info('a small world:', JSON.stringify(tally.counts))
  tally.atLeast({ ways: 15_000, places: 8_000, consent: 5_000, acknowledge: 400, adopted: 5, provisional: 3 })
})

test('three people and their second wording: whatever they do, everything that must be true is', () => {
  const tally = explored(begins('again'), depth - 1)
  console.info('a small world, asked again:', JSON.stringify(tally.counts))
  tally.atLeast({ ways: 2_000, places: 1_000, consent: 500, acknowledge: 50, adopted: 2, objections: 10 })
})
