import type { Now } from '../../../shared/meeting/types.ts'
import { roundOf } from '../../../shared/parts/round.ts'
import { processes } from '../../../shared/processes/index.ts'
import type { Seat } from '../../../shared/types.ts'
import { answers, asking, choose, id, objecting, playing, price, proposing } from './folded.ts'
import { idle, meetingOf } from './made.ts'

/** People in the order of the room; the sixth is the one who looks. */
export type People = readonly string[]

type Consenting = ReturnType<typeof proposing>

function turn(play: Consenting): number {
  return roundOf(play.state.step)?.turn ?? 0
}

/** Everyone speaks in turn until it is this person's. */
function until(play: Consenting, person: string): Consenting {
  for (let guard = 0; guard < 50; guard++) {
    const speaking = roundOf(play.state.step)?.speaking?.person
    if (!speaking || speaking === id(person)) return play
    play.by(speaking, { type: 'turn.done', turn: turn(play) })
  }
  return play
}

function answering(play: Consenting, to: string, objections: Readonly<Record<string, string>> = {}): Consenting {
  for (let guard = 0; guard < 50; guard++) {
    const speaking = roundOf(play.state.step)?.speaking?.person
    if (!speaking || speaking === id(to)) return play
    answers(play, speaking, objections[speaking])
  }
  return play
}

function over(people: People) {
  const seats: Seat[] = people.map((name) => ({
    person: id(name),
    as: 'member',
    attendance: 'present',
    remote: false,
    noDevice: false,
    here: 1,
  }))
  return { seats, facilitator: id(people[0] ?? ''), secretary: id(people[2] ?? '') }
}

/** The third in the room begins, clockwise. */
function scene(people: People) {
  const at = (i: number) => people[i % people.length] ?? ''
  const first = at(0)
  const begin = { start: id(at(2)), direction: 1 }
  const proposal = () => proposing(over(people))
  const round = (kind: string) => proposal().by(first, { type: 'consent.round', round: kind, ...begin })
  const consent = (mode = 'spoken') =>
    proposal()
      .by(first, { type: 'consent.anything' })
      .by(first, { type: 'consent.ask', mode, ...begin })
  const me = at(5)
  const second = at(1)
  const objected = () =>
    answering(consent(), 'nobody', {
      [id(me)]: 'Shuts out families with little money',
      [id(second)]: 'Nobody collects it',
    })
  const one = (play: Consenting, person: string) => play.state.objections.find((o) => o.by === id(person))?.id ?? ''
  const hear = () => objected().by(first, { type: 'objection.hear', objection: one(objected(), me) })
  const heard = () => {
    const play = objected()
    play.by(first, { type: 'objection.hear', objection: one(play, me) })
    return play.by(first, { type: 'objection.hear', objection: one(play, second) })
  }
  const worded = () => {
    const play = heard().by(first, { type: 'objection.work', move: 'wording' })
    const fields = { ...choose, by: id(at(2)) }
    return play.by(first, { type: 'wording.write', fields, over: play.state.wording.written })
  }
  const fresh = () => worded().by(first, { type: 'consent.ask', mode: 'spoken', ...begin })
  const decided = () => answering(fresh(), 'nobody').by(first, { type: 'consent.announce' })
  const meeting = (play: Consenting, change: Partial<Now> = {}): Now =>
    meetingOf(play, { facilitator: id(first), secretary: id(at(2)), ...change })
  return {
    at,
    first,
    me,
    second,
    begin,
    proposal,
    round,
    consent,
    objected,
    hear,
    heard,
    worded,
    fresh,
    decided,
    meeting,
  }
}

const aside = (by: string): NonNullable<Now['aside']> => ({
  seq: 90,
  text: 'Ten more minutes for Guest room price. Ten fewer for Secretary. We still end at 21:00.',
  form: 'aloud',
  does: null,
  by,
  objections: [],
  fine: {},
  full: [],
})

/** Every moment of a member's phone, each folded from real commands. The sixth person looks. */
export const stages: Readonly<Record<string, (people: People) => Now>> = {
  presenting: (p) => scene(p).meeting(scene(p).proposal()),
  reacting: (p) => scene(p).meeting(scene(p).round('reaction')),
  next: (p) => scene(p).meeting(until(scene(p).round('reaction'), scene(p).at(4))),
  turn: (p) => scene(p).meeting(until(scene(p).round('reaction'), scene(p).me)),
  question: (p) => scene(p).meeting(until(scene(p).round('clarifying'), scene(p).me)),
  passed: (p) => {
    const s = scene(p)
    const play = until(s.round('reaction'), s.me)
    return s.meeting(play.by(s.me, { type: 'turn.pass', turn: turn(play) }))
  },
  'last-call': (p) => {
    const s = scene(p)
    const play = until(s.round('reaction'), s.me)
    play.by(s.me, { type: 'turn.later', turn: turn(play) })
    return s.meeting(until(play, s.me))
  },
  heard: (p) => scene(p).meeting(until(scene(p).round('reaction'), 'nobody')),
  paused: (p) => scene(p).meeting(scene(p).round('reaction').by(scene(p).first, { type: 'round.pause' })),
  wording: (p) => scene(p).meeting(scene(p).proposal().by(scene(p).first, { type: 'consent.anything' })),
  restate: (p) => {
    const s = scene(p)
    const play = s.proposal().by(s.first, { type: 'consent.anything' })
    return s.meeting(play.by(s.first, { type: 'consent.restate' }))
  },
  'item-paused': (p) => {
    const now = scene(p).meeting(scene(p).round('reaction'))
    return { ...now, items: now.items.map((i) => (i.id === 'i1' ? { ...i, stage: 'paused', running: false } : i)) }
  },
  open: (p) => {
    const now = idle(p, { facilitator: id(p[0] ?? ''), shown: 'i2' })
    return { ...now, items: now.items.map((i) => (i.id === 'i2' ? { ...i, stage: 'open', kind: 'talk' } : i)) }
  },
  waiting: (p) => scene(p).meeting(answering(scene(p).consent(), scene(p).at(3))),
  answer: (p) => scene(p).meeting(answering(scene(p).consent(), scene(p).me)),
  noted: (p) => {
    const s = scene(p)
    return s.meeting(answers(answering(s.consent(), s.me), s.me, ''))
  },
  answered: (p) => {
    const s = scene(p)
    return s.meeting(answers(answering(s.consent(), s.me), s.me, 'Shuts out families with little money'))
  },
  agreed: (p) => {
    const s = scene(p)
    return s.meeting(answers(answering(s.consent(), s.me), s.me))
  },
  recorded: (p) => {
    const s = scene(p)
    const play = answering(s.consent(), s.me)
    const answer = { is: 'none' }
    return s.meeting(
      play.by(s.first, { type: 'consent.answer', turn: turn(play), replaces: null, answer, for: id(s.me) }),
    )
  },
  'not-ready': (p) => {
    const s = scene(p)
    const play = answering(s.consent(), s.me)
    const answer = { is: 'not ready', need: 'what the heating costs' }
    play.by(s.me, { type: 'consent.answer', turn: turn(play), replaces: null, answer, for: null })
    return s.meeting(play.by(s.first, { type: 'turn.skip', turn: turn(play) }))
  },
  'stepped-back': (p) => {
    const s = scene(p)
    const play = answers(answering(s.consent(), s.me), s.me)
    return s.meeting(play.by(s.first, { type: 'turn.back' }))
  },
  'all-at-once': (p) => scene(p).meeting(scene(p).consent('simultaneous')),
  closed: (p) => scene(p).meeting(answers(scene(p).consent('simultaneous'), scene(p).me)),
  'no-objections': (p) => scene(p).meeting(answering(scene(p).consent(), 'nobody')),
  'two-objections': (p) => scene(p).meeting(scene(p).objected()),
  hearing: (p) => scene(p).meeting(scene(p).hear()),
  listening: (p) => scene(p).meeting(scene(p).heard()),
  ideas: (p) => {
    const s = scene(p)
    const play = s.heard().by(s.first, { type: 'objection.work', move: 'ideas' })
    return s.meeting(play.by(s.first, { type: 'consent.round', round: 'ideas', ...s.begin }))
  },
  changes: (p) => scene(p).meeting(scene(p).worded()),
  fresh: (p) => scene(p).meeting(answering(scene(p).fresh(), scene(p).me)),
  recheck: (p) => {
    const s = scene(p)
    const play = s.heard().by(s.first, { type: 'objection.work', move: 'ideas' })
    for (const who of [s.me, s.second]) {
      const mine = play.state.objections.find((o) => o.by === id(who))
      play.by(who, { type: 'objection.withdraw', objection: mine?.id, for: null })
    }
    return s.meeting(play.by(s.first, { type: 'consent.recheck' }))
  },
  decided: (p) => scene(p).meeting(scene(p).decided()),
  'decided-absent': (p) => {
    const s = scene(p)
    const gone = s.at(6)
    const play = s.consent().seated((seat) => (seat.person === id(gone) ? { ...seat, attendance: 'absent' } : seat))
    return s.meeting(answering(play, 'nobody').by(s.first, { type: 'consent.announce' }))
  },
  deferred: (p) => {
    const s = scene(p)
    const next = { when: '28 April', who: id(s.at(2)), words: 'Ask what other houses charge' }
    return s.meeting(s.proposal().by(s.first, { type: 'consent.defer', ...next }))
  },
  round: (p) => {
    const { begin } = scene(p)
    const setup = { round: 'ideas', prompt: 'What shall we cook on Sunday?', ...begin }
    const play = playing(processes.round, setup, over(p))
    return meetingOf(play, { facilitator: id(p[0] ?? '') })
  },
  aside: (p) => {
    const s = scene(p)
    return s.meeting(s.consent(), { aside: aside(id(s.first)) })
  },
  between: (p) => idle(p, { facilitator: id(p[0] ?? '') }),
  over: (p) => idle(p, { stage: 'ended', endedAt: 2, facilitator: id(p[0] ?? '') }),
  reading: (p) => {
    const s = scene(p)
    const play = answering(s.consent(), s.at(3))
    return s.meeting(play.seated((seat) => (seat.person === id(s.me) ? { ...seat, attendance: 'left' } : seat)))
  },
  out: (p) => {
    const s = scene(p)
    const play = s.round('reaction')
    return s.meeting(play.seated((seat) => (seat.person === id(s.me) ? { ...seat, attendance: 'out' } : seat)))
  },
}

export { asking, objecting, price }
