import { running } from '../../shared/meeting/around.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Consent } from '../../shared/processes/consent/types.ts'
import type { PersonId } from '../../shared/types.ts'
import { filled, type Said } from '../support/filled.ts'
import type { Random } from './dice.ts'

type Now = NonNullable<MeetingState>

const careless = 8

/** Something this person could tap on the screen they see; now and then what a careless finger would. */
export function plausibleTap(state: unknown, person: PersonId, random: Random) {
  const now = state as MeetingState
  if (now === null) return null
  const leads = now.facilitator === person
  const choices = [...everyones(now, person, random), ...(leads || random(12) === 0 ? leaders(now, random) : [])]
  const isCareless = random(careless) === 0
  for (let tries = 0; tries < 12; tries += 1) {
    const said = choices[random(choices.length)]
    if (said === undefined) return null
    const command = filled(now, said)
    const ctx = { actor: person, now: now.calledAt + 3_600_000, seed: 1, unreachable: {} }
    if (isCareless || meetingStream.decide(now, command, ctx).ok) return command
  }
  return null
}

function everyones(now: Now, person: PersonId, random: Random): readonly Said[] {
  const isHere = now.seats.some((seat) => seat.person === person && seat.attendance === 'present')
  const run = running(now)
  const about: readonly Said[] =
    run?.state.kind === 'consent'
      ? deciding(run.state, person, random)
      : run
        ? [{ type: 'turn.done' }, { type: 'turn.pass' }, { type: 'turn.later' }]
        : []
  const aside: readonly Said[] = now.aside
    ? [
        { type: 'aside.answer', aside: now.aside.seq, for: null },
        { type: 'aside.object', for: null },
      ]
    : []
  const seldom: readonly Said[] = [
    { type: 'item.add', title: `Item ${random(100)}`, kind: random(2) === 0 ? 'decide' : 'talk' },
    { type: 'aside.put', text: `Shall we ${random(100)}?`, form: random(2) === 0 ? 'aloud' : 'signal', does: null },
    { type: 'chair.take' },
    { type: 'chair.accept' },
    { type: 'pen.take', block: 'meeting' },
    { type: 'block.write', block: 'meeting', text: `Note ${random(100)}`, over: now.blocks.meeting?.seq ?? 0 },
    { type: 'pen.leave' },
    { type: 'undo', seq: now.back?.seq ?? 1 },
  ]
  const here: readonly Said[] = isHere && random(20) > 0 ? [] : [{ type: 'here', remote: random(4) === 0, for: null }]
  return [...here, ...about, ...about, ...aside, ...(random(4) === 0 ? seldom : [])]
}

function deciding(consent: Consent, person: PersonId, random: Random): readonly Said[] {
  const replaces = consent.answers?.given[person]?.seq ?? null
  const answers = [
    { is: 'none' },
    { is: 'none' },
    { is: 'none' },
    { is: 'objection', words: `Worry ${random(100)}` },
    { is: 'not ready', need: 'time' },
  ] as const
  const answer = answers[random(answers.length)] ?? answers[0]
  const own = consent.objections.find(({ by }) => by === person)
  const step = consent.step.stage
  if (step === 'consent') return [{ type: 'consent.answer', replaces, answer, for: null }]
  if (step === 'objections' && own) return [{ type: 'objection.withdraw', objection: own.id, for: null }]
  return [
    { type: 'turn.done' },
    { type: 'turn.pass' },
    { type: 'note.write', note: null, kind: 'question', text: `Why ${random(100)}?`, answer: '' },
  ]
}

function leaders(now: Now, random: Random): readonly Said[] {
  if (now.stage === 'gathering') return [{ type: 'meeting.open', item: null }]
  if (now.stage === 'ended') return [{ type: 'meeting.reopen' }]
  const planned = now.items.filter(({ stage }) => stage === 'planned' || stage === 'paused')
  const item = planned[random(planned.length)]
  const run = running(now)
  const next = { when: 'next time', who: null, words: '' }
  const move: readonly Said[] = !run
    ? [...(item ? ([{ type: 'item.open', item: item.id }] as const) : []), { type: 'item.close', next }]
    : run.state.kind === 'consent'
      ? leading(run.state, random)
      : [{ type: 'turn.done' }, { type: 'turn.skip' }, { type: 'round.close' }, { type: 'round.end' }]
  const seldom: readonly Said[] = [
    { type: 'item.pause' },
    { type: 'item.close', next },
    { type: 'chair.offer', to: now.seats[random(now.seats.length)]?.person ?? '' },
    { type: 'aside.agree', aside: now.aside?.seq ?? 0 },
    { type: 'aside.drop', aside: now.aside?.seq ?? 0 },
    { type: 'undo', seq: now.back?.seq ?? 0 },
    ...(random(30) === 0 ? ([{ type: 'meeting.end', next: null }] as const) : []),
  ]
  return [...move, ...move, ...move, ...(random(3) === 0 ? seldom : [])]
}

function leading(consent: Consent, random: Random): readonly Said[] {
  const begin = { start: null, direction: null }
  const open = consent.objections.find(({ status }) => !['withdrawn', 'resolved'].includes(String(status)))
  const { draft, written } = consent.wording
  const wording: readonly Said[] = [
    { type: 'wording.take' },
    { type: 'wording.write', fields: { ...draft, text: `We try ${random(100)}.` }, over: written },
    { type: 'wording.leave' },
  ]
  const round: readonly Said[] = [
    { type: 'turn.done' },
    { type: 'turn.skip' },
    { type: 'round.close' },
    { type: 'round.pause' },
    { type: 'round.resume' },
  ]
  switch (consent.step.stage) {
    case 'present':
      return [{ type: 'consent.round', round: 'clarifying', ...begin }, { type: 'consent.anything' }, ...wording]
    case 'clarify':
    case 'react':
      return [
        ...round,
        { type: 'consent.round', round: 'reaction', ...begin },
        { type: 'consent.anything' },
        { type: 'consent.restate' },
        { type: 'consent.ask', mode: null, ...begin },
      ]
    case 'wording':
      return [...wording, { type: 'consent.restate' }]
    case 'restate':
      return [{ type: 'consent.ask', mode: random(2) === 0 ? 'simultaneous' : 'spoken', ...begin }]
    case 'consent':
      return [{ type: 'consent.open' }, { type: 'turn.back' }, { type: 'round.pause' }, { type: 'round.resume' }]
    case 'acknowledge':
      return [{ type: 'consent.announce' }, { type: 'objection.work', move: 'hear' }]
    case 'objections':
      return [
        { type: 'objection.hear', objection: open?.id ?? 'o1' },
        { type: 'objection.mark', objection: open?.id ?? 'o1', as: 'understood' },
        { type: 'objection.work', move: random(2) === 0 ? 'ideas' : 'wording' },
        { type: 'consent.step', to: 'wording' },
        ...wording,
        { type: 'consent.restate' },
      ]
    default:
      return [{ type: 'item.close', next: { when: 'next time', who: null, words: '' } }]
  }
}
