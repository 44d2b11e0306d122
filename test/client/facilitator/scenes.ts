import { roundOf } from '../../../shared/parts/round.ts'
import type { PersonId } from '../../../shared/types.ts'
import { first, second } from '../../support/guest-room.ts'
import { Play } from '../../support/play.ts'

type People = readonly PersonId[]

/** People in the order of the room; the first facilitates, the third is secretary. */
class Desk extends Play {
  readonly people: People
  readonly me: PersonId

  constructor(people: People) {
    super(people, people[0] ?? '')
    this.people = people
    this.me = people[0] ?? ''
  }

  at(index: number): PersonId {
    return this.people[index % this.people.length] ?? this.me
  }

  lead(said: Parameters<Play['does']>[1]): this {
    return this.does(this.me, said)
  }

  gathering(): this {
    this.calls(this.me, 'Guest room price', 'Secretary', 'Cellar keys')
    const come = this.people.slice(1).filter((_, index) => index !== 2 && index !== 6)
    this.here(...come.slice(0, -1))
    this.does(come.at(-1) ?? this.me, { type: 'here', remote: true, for: null })
    return this.lead({ type: 'role.set', role: 'secretary', person: this.at(2) })
  }

  presented(): this {
    this.gathering().lead({ type: 'seat.no_device', people: [this.at(3), this.at(7)].filter((p) => p !== this.me) })
    this.lead({ type: 'item.draft', item: 'i1', fields: first, over: 0 })
    return this.lead({ type: 'meeting.open', item: 'i1' })
  }

  goes(round: 'clarifying' | 'reaction'): this {
    return this.presented().lead({ type: 'consent.round', round, start: this.at(1), direction: -1 })
  }

  /** So many turns end. */
  turns(count: number): this {
    for (let done = 0; done < count; done++) {
      const { step } = this.consent
      const speaking = roundOf(step)?.speaking?.person
      if (speaking) this.lead({ type: 'turn.done' })
    }
    return this
  }

  asked(mode: 'spoken' | 'simultaneous' = 'spoken'): this {
    this.presented().lead({ type: 'consent.anything' })
    return this.lead({ type: 'consent.ask', mode, start: this.at(2), direction: 1 })
  }

  /** Those still to be asked answer, up to `count` of them; some with an objection. */
  answered(count = 500, objecting: Readonly<Record<PersonId, string>> = {}): this {
    for (let done = 0; done < count; done++) {
      const { step } = this.consent
      const speaking = step.stage === 'consent' ? step.round?.speaking?.person : undefined
      if (speaking === undefined) return this
      this.says(speaking, objecting[speaking] ?? null)
    }
    return this
  }

  get objecting(): Readonly<Record<PersonId, string>> {
    return { [this.at(6)]: 'shuts out families with little money', [this.at(1)]: 'nobody collects it' }
  }

  objected(): this {
    return this.asked().answered(500, this.objecting)
  }

  hearing(): this {
    this.objected().lead({ type: 'objection.hear', objection: 'o1' })
    return this.lead({
      type: 'objection.write',
      objection: 'o1',
      phrase: 'shuts out families with little money',
      reason: 'Whoever cannot pay 12 € has no room for the grandparents. They would stop asking.',
      aim: '',
      effect: '',
    })
  }

  ideas(): this {
    this.hearing().lead({ type: 'objection.hear', objection: 'o2' }).lead({ type: 'objection.work', move: 'ideas' })
    for (const text of ['sliding scale', 'honesty box', 'Noor keeps the list']) {
      this.lead({ type: 'note.write', note: null, kind: 'idea', text, answer: '' })
    }
    return this
  }

  worded(): this {
    this.ideas().lead({ type: 'objection.work', move: 'wording' })
    this.lead({ type: 'objection.ways', objection: 'o1', ways: ['amend'] })
    this.lead({ type: 'objection.ways', objection: 'o2', ways: ['measure'] })
    const fields = { ...second, by: this.at(2) }
    this.lead({ type: 'wording.write', fields, over: this.consent.wording.written })
    return this.does(this.at(6), { type: 'objection.meets', objection: 'o1', meets: true, for: null })
  }

  again(): this {
    return this.worded().lead({ type: 'consent.ask', mode: null, start: this.at(6), direction: -1 })
  }
}

const desk = (people: People) => new Desk(people)

/** Everybody answers at once, all but the last `left`. */
function sealed(play: Desk, left: number): Desk {
  const asked = play.consent.answers?.required ?? []
  for (const person of asked.slice(0, asked.length - left)) play.says(person, null)
  return play
}

/** Every moment of the desk, played through the real rules. */
export const scenes: Readonly<Record<string, (people: People) => Desk>> = {
  gathering: (p) => desk(p).gathering(),
  /** One matter, and everyone is here. */
  arrived: (p) => {
    const play = desk(p)
    play.calls(play.me, 'Guest room price')
    return play.here(...play.people.slice(1))
  },
  /** One matter, and nobody else has a phone. */
  alone: (p) => {
    const play = desk(p)
    return play.calls(play.me, 'Guest room price')
  },
  present: (p) => desk(p).presented(),
  blank: (p) => desk(p).gathering().lead({ type: 'meeting.open', item: 'i1' }),
  before: (p) => desk(p).goes('clarifying').lead({ type: 'round.heard', over: [] }),
  questions: (p) => desk(p).goes('clarifying').turns(2),
  reactions: (p) => desk(p).goes('reaction').turns(2),
  'last-call': (p) => {
    const play = desk(p).goes('reaction').turns(1).lead({ type: 'turn.later' })
    return play.turns(play.people.length - 2)
  },
  paused: (p) => desk(p).goes('reaction').turns(2).lead({ type: 'round.pause' }),
  words: (p) => desk(p).goes('reaction').lead({ type: 'round.heard', over: [] }),
  restated: (p) => desk(p).presented().lead({ type: 'consent.anything' }).lead({ type: 'consent.restate' }),
  consent: (p) => {
    const play = desk(p)
    return play.asked().answered(5, play.objecting)
  },
  mine: (p) => {
    const play = desk(p)
    return play.asked().answered(play.people.length - 2)
  },
  'not-ready': (p) => {
    const play = desk(p).asked().answered(2)
    const person = play.at(4)
    const answer = { is: 'not ready', need: 'what the heating costs' } as const
    return play.does(person, { type: 'consent.answer', replaces: null, answer, for: null })
  },
  out: (p) => {
    const play = desk(p).asked()
    play.lead({ type: 'seat.mark', person: play.at(4), attendance: 'out', confirmed: false })
    return play.answered(play.people.length - 1)
  },
  'at-once': (p) => sealed(desk(p).asked('simultaneous'), 2),
  'all-in': (p) => sealed(desk(p).asked('simultaneous'), 0),
  none: (p) => desk(p).asked().answered(),
  objected: (p) => desk(p).objected(),
  hear: (p) => desk(p).hearing(),
  ideas: (p) => desk(p).ideas(),
  'ideas-round': (p) => desk(p).ideas().lead({ type: 'consent.round', round: 'ideas', start: null, direction: null }),
  wording: (p) => desk(p).worded(),
  withdrawn: (p) => {
    const play = desk(p).ideas().lead({ type: 'objection.work', move: 'wording' })
    play.does(play.at(6), { type: 'objection.withdraw', objection: 'o1', for: null })
    return play.does(play.at(1), { type: 'objection.withdraw', objection: 'o2', for: null })
  },
  recheck: (p) => {
    const play = desk(p).ideas()
    play.does(play.at(6), { type: 'objection.withdraw', objection: 'o1', for: null })
    play.does(play.at(1), { type: 'objection.withdraw', objection: 'o2', for: null })
    return play.lead({ type: 'consent.recheck' })
  },
  again: (p) => desk(p).again(),
  decided: (p) => desk(p).again().answered().lead({ type: 'consent.announce' }),
  'decided-absent': (p) => {
    const play = desk(p).presented()
    play.lead({ type: 'seat.mark', person: play.at(5), attendance: 'absent', confirmed: false })
    play.lead({ type: 'consent.anything' }).lead({ type: 'consent.ask', mode: null, start: null, direction: null })
    return play.answered().lead({ type: 'consent.announce' })
  },
  deferred: (p) => {
    const play = desk(p).objected().lead({ type: 'objection.hear', objection: 'o1' })
    return play.lead({ type: 'consent.defer', when: '12 May', who: play.at(6), words: 'Ask the other houses.' })
  },
  aside: (p) =>
    desk(p).asked().lead({
      type: 'aside.put',
      text: 'Ten more minutes for Guest room price, ten fewer for Secretary.',
      form: 'aloud',
      does: null,
    }),
  'aside-signal': (p) => {
    const play = desk(p).asked()
    play.lead({ type: 'aside.put', text: 'A break of ten minutes.', form: 'signal', does: null })
    for (const person of play.people.slice(1, 5)) {
      play.does(person, { type: 'aside.answer', aside: play.now.aside?.seq ?? 0, for: null })
    }
    return play
  },
  'aside-objected': (p) => {
    const play = scenes.aside?.(p) ?? desk(p)
    return play.does(play.at(4), { type: 'aside.object', for: null })
  },
  talk: (p) => {
    const play = desk(p).gathering().lead({ type: 'meeting.open', item: null })
    play.lead({ type: 'item.add', title: 'Summer party', kind: 'talk' })
    return play.lead({ type: 'item.open', item: 'i4' })
  },
  'talk-round': (p) => {
    const play = scenes.talk?.(p) ?? desk(p)
    const setup = { round: 'ideas', prompt: 'What would make it a good party?', start: null, direction: null } as const
    return play.lead({ type: 'process.begin', item: 'i4', kind: 'round', setup })
  },
  between: (p) => desk(p).gathering().lead({ type: 'meeting.open', item: null }),
  last: (p) => {
    const play = desk(p).again().answered().lead({ type: 'consent.announce' })
    for (const item of ['i2', 'i3']) {
      play.lead({ type: 'item.open', item })
      play.lead({ type: 'consent.defer', when: 'next meeting', who: play.at(2), words: '' })
    }
    return play
  },
  ended: (p) => {
    const play = desk(p).again().answered().lead({ type: 'consent.announce' })
    return play.lead({ type: 'meeting.end', next: null })
  },
}
