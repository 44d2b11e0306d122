import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { MeetingCommand } from '../../shared/meeting/types.ts'
import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { Context, Entry, PersonId, ProcessId } from '../../shared/types.ts'
import { type Inner, innerOf } from './events.ts'
import { type Decision, eligible, newDecision, type Scene } from './oracle-answers.ts'
import { toldDecision } from './oracle-decision.ts'
import { holds, keep, type Sheet } from './oracle-turns.ts'

/** What somebody did, and what came of it. */
export interface Told {
  readonly entry: Entry<MeetingEvent> | null
  readonly command: MeetingCommand
  readonly ctx: Context
}

/** The same, of what was done. */
interface Happened extends Told {
  readonly entry: Entry<MeetingEvent>
}

/** One item, as it was told. */
interface Matter {
  stage: 'planned' | 'open' | 'paused' | 'closed'
  facilitator: PersonId | null
  sheet: Sheet | null
  decision: Decision | null
  /** Every process it has held. */
  runs: ProcessId[]
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
  return { stage: 'planned', facilitator: null, sheet: null, decision: null, runs: [] }
}

/**
 * What must be true of a meeting, worked out from what happened alone. Written from `domain.md` 15; it
 * imports no rule, so that a mistake in the rules is not repeated here.
 */
export class Oracle {
  book: Book = { seats: {}, facilitator: null, secretary: null, offered: null, matters: {}, atEnd: {} }
  /** What may be undone: its entry, how things stood before it, and how many light acts there were since. */
  last: { seq: number; book: Book; light: number } | null = null

  /** Takes in what a command did, and fails if it may not have been done. */
  read({ entry, command, ctx }: Told): void {
    // Refused, or a yes to what was so already: then what may be undone is what it was.
    if (!entry || entry.events.length === 0) return
    if (this.isLight(entry.events)) {
      if (this.last) this.last.light += 1
      return
    }
    const before = structuredClone(this.book)
    for (const event of entry.events) {
      if (event.type === 'undone') this.undoes(event, entry.by)
      else if (event.type === 'in') this.inItem(event.event, event.process, { entry, command })
      else if (event.type === 'sealed' || event.type === 'sealed.destroyed')
        this.inItem(event, event.process, { entry, command })
      else if (/^(seat|chair)\./.test(event.type)) this.people(event, entry.by, ctx)
      else this.agenda(event, entry.by)
      if (event.type === 'process.begun') this.inItem(event.first, event.process, { entry, command })
    }
    this.last = { seq: entry.seq, book: before, light: 0 }
  }

  /** Back to the book of before it; what was light since stands in no book. */
  private undoes({ seq }: Of<'undone'>, by: PersonId): void {
    holds(this.last?.seq === seq, 'what is undone came last, but for light acts')
    holds((this.last?.light ?? 0) <= 100, 'and of those at most a hundred')
    holds(by === this.facilitator, 'and is undone by the facilitator')
    this.book = structuredClone(this.last?.book ?? this.book)
  }

  /** Pens, the minutes' own sentences and notes, where what they belong to was there before the act that may be undone. */
  private isLight(events: readonly MeetingEvent[]): boolean {
    const matters = this.last?.book.matters ?? this.book.matters
    const runs = Object.values(matters).flatMap((matter) => matter.runs)
    return events.every((event) => {
      if (event.type === 'pen.taken' || event.type === 'block.written')
        return event.block === 'meeting' || event.block in matters
      if (event.type === 'in')
        return runs.includes(event.process) && /^(note\.|wording\.(taken|left)$)/.test(event.event.type)
      return event.type === 'pen.left'
    })
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
        this.matter(event.item).runs.push(event.process)
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
    const { kind, next, adds } = outcome
    const decided = adds.flatMap((change) => (change.type === 'decision' ? [change.decision] : []))
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

  /** What a process tells goes to the item it stands in: the open one, or one that is left in the same entry. */
  private inItem(event: Inner, process: ProcessId, { entry, command }: Pick<Happened, 'entry' | 'command'>): void {
    const matter = Object.values(this.book.matters).find(({ runs }) => runs.includes(process))
    if (!matter) throw new Error(`${event.type} without an item`)
    const isLeft = entry.events.some((e) => e.type === 'meeting.ended' || e.type === 'item.closed')
    holds(matter === this.open || event.type === 'sealed.destroyed' || isLeft, 'no. 17: only the open item goes on')
    const { seats, secretary } = this.book
    const events = innerOf(entry)
    const scene: Scene = { by: entry.by, command, events, facilitator: this.facilitator, secretary, seats }
    if (event.type === 'consent.presented') matter.decision = newDecision(event.author)
    else if (matter.decision) {
      toldDecision(matter.decision, event, scene)
      matter.sheet = matter.decision.sheet
    } else if (/^(round|turn)\./.test(event.type) && event.type !== 'round.set') {
      matter.sheet = keep(matter.sheet, event as TurnsEvent, eligible(scene))
    }
  }
}
