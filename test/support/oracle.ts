import type { MeetingCommand, MeetingEvent } from '../../shared/meeting/types.ts'
import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { Context, Entry, PersonId } from '../../shared/types.ts'
import { type Decision, eligible, newDecision, type Scene } from './oracle-answers.ts'
import { toldDecision } from './oracle-decision.ts'
import { holds, keep, type Sheet } from './oracle-turns.ts'

/** What somebody did, and what came of it. */
export interface Told {
  readonly entry: Entry<MeetingEvent> | null
  readonly command: MeetingCommand
  readonly ctx: Context
}

/** One item, as it was told. */
interface Matter {
  stage: 'planned' | 'open' | 'paused' | 'closed'
  facilitator: PersonId | null
  sheet: Sheet | null
  decision: Decision | null
}

interface Book {
  seats: Record<PersonId, { as: string; attendance: string }>
  facilitator: PersonId | null
  secretary: PersonId | null
  offered: PersonId | null
  matters: Record<string, Matter>
  atEnd: Record<string, Matter>
}

type Of<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>

function blank(): Matter {
  return { stage: 'planned', facilitator: null, sheet: null, decision: null }
}

/**
 * What must be true of a meeting, worked out from what happened alone. Written from `domain.md` 15; it
 * imports no rule, so that a mistake in the rules is not repeated here.
 */
export class Oracle {
  book: Book = { seats: {}, facilitator: null, secretary: null, offered: null, matters: {}, atEnd: {} }
  last: { seq: number; book: Book } | null = null

  /** Takes in what a command did, and fails if it may not have been done. */
  read({ entry, command, ctx }: Told): void {
    if (!entry) return
    const before = structuredClone(this.book)
    for (const event of entry.events) {
      if (event.type === 'undone') {
        holds(this.last?.seq === event.seq, 'what is undone came last')
        holds(entry.by === this.facilitator, 'and is undone by the facilitator')
        this.book = structuredClone(this.last?.book ?? this.book)
      } else if (/^(meeting|role|item|process)\./.test(event.type)) this.agenda(event, entry.by)
      else if (/^(seat|chair)\./.test(event.type)) this.people(event, entry.by, ctx)
      else if (!/^(aside|pen|block|undoable)/.test(event.type)) this.inItem(event, entry, command)
    }
    this.last = { seq: entry.seq, book: before }
  }

  get open(): Matter | null {
    const open = Object.values(this.book.matters).filter((m) => m.stage === 'open')
    holds(open.length <= 1, 'no. 17: at most one item is open')
    return open[0] ?? null
  }

  get facilitator(): PersonId | null {
    return this.open?.facilitator ?? this.book.facilitator
  }

  private matter(id: string): Matter {
    const matter = this.book.matters[id]
    if (!matter) throw new Error(`no item ${id}`)
    return matter
  }

  private agenda(event: MeetingEvent, by: PersonId): void {
    const { book } = this
    switch (event.type) {
      case 'meeting.called':
        for (const p of event.basis.members) {
          book.seats[p] = { as: 'member', attendance: p === by ? 'present' : 'expected' }
        }
        for (const { id } of event.items) book.matters[id] = blank()
        book.facilitator = by
        break
      case 'meeting.opened':
        holds(by === this.facilitator, 'the facilitator opens')
        break
      case 'meeting.ended':
        this.ends(event, by)
        break
      case 'meeting.reopened':
        book.matters = book.atEnd
        for (const { decision } of Object.values(book.matters)) forget(decision)
        break
      case 'role.set':
        holds(by === this.facilitator, 'the facilitator names')
        if (event.role === 'secretary') book.secretary = event.person
        break
      case 'item.added':
        book.matters[event.item] = blank()
        break
      case 'item.dropped':
        delete book.matters[event.item]
        break
      case 'item.opened':
        holds(this.open === null, 'I-17: one item at a time')
        this.matter(event.item).stage = 'open'
        break
      case 'item.paused':
        Object.assign(this.matter(event.item), { stage: 'paused', facilitator: null })
        break
      case 'item.closed':
        this.closes(event)
        break
      case 'process.begun':
        holds(this.matter(event.item).decision === null, 'no. 17: one proposal per item')
        this.matter(event.item).sheet = null
        break
    }
  }

  private ends(event: Of<'meeting.ended'>, by: PersonId): void {
    const { book } = this
    const under = Object.values(book.matters).filter((m) => m.stage === 'open' || m.stage === 'paused')
    holds(by === this.facilitator, 'the facilitator ends')
    holds(under.length === 0 || event.next !== null, 'no. 13: what is under way gets a next step')
    book.atEnd = structuredClone(book.matters)
    book.offered = null
    for (const matter of under) Object.assign(matter, { stage: 'closed', facilitator: null })
  }

  private closes({ item, outcome }: Of<'item.closed'>): void {
    const { kind, next, decided } = outcome
    const done = kind === 'decided' || kind === 'dropped' || kind === 'withdrawn'
    holds(done || next !== null, 'no. 13: closed with an outcome, or a next step')
    const matter = this.matter(item)
    for (const { fields, version, consent, effect } of decided) {
      const { texts, asked, announced } = matter.decision ?? newDecision('')
      holds(announced === version, 'no. 1: decided is what was announced')
      holds(JSON.stringify(fields) === JSON.stringify(texts[version - 1]), 'I-13: decided are the words of the version')
      const members = Object.keys(this.book.seats).filter((p) => this.book.seats[p]?.as === 'member')
      const once = members.filter((p) => consent.filter((c) => c.person === p).length === 1)
      holds(once.length === members.length, 'no. 2: everyone required stands in the record once')
      const right = consent.every((c) => (c.answer === 'absent') === !(c.person in (asked?.given ?? {})))
      holds(right, 'no. 2: with their answer, or as absent')
      holds((effect === 'adopted') === consent.every((c) => c.answer !== 'absent'), 'adopted only with nobody absent')
    }
    Object.assign(matter, { stage: 'closed', facilitator: null })
  }

  private people(event: MeetingEvent, by: PersonId, ctx: Context): void {
    const { book } = this
    switch (event.type) {
      case 'seat.here':
        book.seats[event.person]!.attendance = 'present'
        break
      case 'seat.marked':
        book.seats[event.person]!.attendance = event.attendance
        if (event.attendance === 'left' || event.attendance === 'absent') this.leaves(event.person, by, ctx)
        break
      case 'seat.added':
        book.seats[event.person] = { as: event.as, attendance: 'expected' }
        break
      case 'seat.member':
        book.seats[event.person]!.as = 'member'
        break
      case 'seat.removed':
        holds(event.person !== this.facilitator, 'I-16: nobody removes who has the chair')
        delete book.seats[event.person]
        if (book.secretary === event.person) book.secretary = null
        if (book.offered === event.person) book.offered = null
        break
      case 'chair.offered':
        holds(by === this.facilitator, 'the chair is offered by who has it')
        book.offered = event.to
        break
      case 'chair.declined':
        book.offered = null
        break
      case 'chair.moved':
        this.moves(event, by, ctx)
        break
    }
  }

  /** The chair of someone who leaves is empty: their own act, or they cannot be reached. */
  private leaves(person: PersonId, by: PersonId, ctx: Context): void {
    if (this.facilitator === person) {
      holds(by === person || person in ctx.unreachable, 'I-16: nobody unseats a facilitator who is there')
    }
    for (const matter of Object.values(this.book.matters)) if (matter.facilitator === person) matter.facilitator = null
    if (this.book.facilitator === person) this.book.facilitator = null
  }

  private moves({ to, how, scope }: Of<'chair.moved'>, by: PersonId, ctx: Context): void {
    const { book } = this
    const had = this.facilitator
    holds(book.seats[to]?.as === 'member', 'the chair is a member’s')
    if (how === 'accepted') holds(by === to && book.offered === to, 'I-16: accepted by whoever was asked')
    if (how === 'agreed') holds(by === had, 'I-16: as the facilitator says was agreed')
    if (how === 'taken') {
      const since = had === null ? 0 : ctx.unreachable[had]
      holds(by === to && book.seats[by]?.attendance === 'present', 'I-16: taken by someone who is here')
      holds(since !== undefined && ctx.now - since >= 20_000, 'I-16: taken only when it is empty')
    }
    const { open } = this
    if (scope === 'item' && open) open.facilitator = to
    else {
      book.facilitator = to
      if (open) open.facilitator = null
    }
    book.offered = null
  }

  private inItem(event: MeetingEvent, { by, events }: Entry<MeetingEvent>, command: MeetingCommand): void {
    const matter = this.open
    if (!matter) throw new Error(`${event.type} without an item`)
    const { seats, secretary } = this.book
    const scene: Scene = { by, command, events, facilitator: this.facilitator, secretary, seats }
    if (event.type === 'consent.presented') matter.decision = newDecision(event.author)
    else if (matter.decision) {
      toldDecision(matter.decision, event, scene)
      matter.sheet = matter.decision.sheet
    } else if (/^(round|turn)\./.test(event.type) && event.type !== 'round.set') {
      matter.sheet = keep(matter.sheet, event as TurnsEvent, eligible(scene))
    }
  }
}

/** Answers that nobody opened are gone with the meeting. */
function forget(decision: Decision | null): void {
  const given = decision?.asked?.given ?? {}
  for (const [person, position] of Object.entries(given)) if (position === null) delete given[person]
}
