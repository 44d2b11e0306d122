import { expect } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting/types.ts'
import type { Position } from '../../shared/parts/answers.ts'
import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { PersonId } from '../../shared/types.ts'
import { keep, type Sheet, show } from './oracle-turns.ts'
import type { Moment } from './world.ts'

/**
 * What must be true of a meeting, worked out from what happened alone. Written from `domain.md` 15; it
 * imports no rule, so that a mistake in the rules is not repeated here.
 */
interface Decision {
  version: number
  required: readonly PersonId[]
  /** Null while sealed. */
  answers: Record<PersonId, Position | null>
  lacking: Set<PersonId>
  objections: Record<string, { by: PersonId; status: string }>
  /** A consent round is under way. */
  asking: boolean
}

interface Matter {
  stage: 'planned' | 'open' | 'paused' | 'closed'
  facilitator: PersonId | null
  kind: string | null
  sheet: Sheet | null
  decision: Decision | null
  next: boolean
}

interface Book {
  members: Set<PersonId>
  here: Record<PersonId, string>
  facilitator: PersonId | null
  secretary: PersonId | null
  offered: PersonId | null
  matters: Record<string, Matter>
}

const blankMatter = (): Matter => ({
  stage: 'planned',
  facilitator: null,
  kind: null,
  sheet: null,
  decision: null,
  next: false,
})
const blankDecision = (): Decision => ({
  version: 0,
  required: [],
  answers: {},
  lacking: new Set(),
  objections: {},
  asking: false,
})
const work = new Set(['raised', 'heard', 'understood', 'integrating', 'reopened'])

export class Oracle {
  book: Book = { members: new Set(), here: {}, facilitator: null, secretary: null, offered: null, matters: {} }
  private last: { seq: number; book: Book } | null = null
  private atEnd: Book['matters'] = {}

  /** Takes in what a command did, and says so if it may not have been done. */
  read({ entry, command, ctx }: Moment): void {
    if (!entry) return
    const before = structuredClone(this.book)
    for (const event of entry.events) {
      if (event.type === 'undone') {
        expect(this.last?.seq, 'what is undone came last').toBe(event.seq)
        expect(entry.by, 'and was undone by the facilitator').toBe(this.facilitator)
        this.book = structuredClone(this.last!.book)
      } else this.take(event, { by: entry.by, command, ctx })
    }
    this.last = { seq: entry.seq, book: before }
  }

  get open(): Matter | null {
    const open = Object.values(this.book.matters).filter((m) => m.stage === 'open')
    expect(open.length, '17: at most one item is open').toBeLessThanOrEqual(1)
    return open[0] ?? null
  }

  get facilitator(): PersonId | null {
    return this.open?.facilitator ?? this.book.facilitator
  }

  private inMeeting(person: PersonId): boolean {
    return ['present', 'out'].includes(this.book.here[person] ?? '')
  }

  private get decision(): Decision {
    const decision = this.open?.decision
    if (!decision) throw new Error('no decision is open')
    return decision
  }

  private take(event: MeetingEvent, doing: Pick<Moment, 'command' | 'ctx'> & { by: PersonId }): void {
    const { type } = event
    if (/^(meeting|seat|role|chair|item|process)\./.test(type)) this.around(event, doing)
    else if (/^(round|turn)\./.test(type)) this.turns(event as TurnsEvent | { type: 'round.set' })
    else if (/^(consent|answer|answers|required|version|objection)\./.test(type)) this.decides(event, doing)
  }

  private around(event: MeetingEvent, { by, command, ctx }: Pick<Moment, 'command' | 'ctx'> & { by: PersonId }): void {
    const { book } = this
    switch (event.type) {
      case 'meeting.called':
        for (const person of event.basis.members) book.members.add(person)
        for (const person of event.basis.members) book.here[person] = person === by ? 'present' : 'expected'
        for (const { id } of event.items) book.matters[id] = blankMatter()
        book.facilitator = by
        break
      case 'meeting.opened':
        expect(by, 'the facilitator opens').toBe(this.facilitator)
        break
      case 'meeting.ended': {
        const under = Object.values(book.matters).filter((m) => m.stage === 'open' || m.stage === 'paused')
        expect(under.length === 0 || event.next !== null, '13: what is under way gets a next step').toBe(true)
        this.atEnd = structuredClone(book.matters)
        for (const matter of under) Object.assign(matter, { stage: 'closed', facilitator: null, next: true })
        break
      }
      case 'meeting.reopened':
        book.matters = this.atEnd
        for (const { decision } of Object.values(book.matters)) forget(decision)
        break
      case 'seat.here':
        book.here[event.person] = 'present'
        break
      case 'seat.marked':
        book.here[event.person] = event.attendance
        if (event.attendance === 'left' || event.attendance === 'absent') this.leaves(event.person, by, ctx)
        break
      case 'seat.added':
        book.here[event.person] = 'expected'
        if (event.as === 'member') book.members.add(event.person)
        break
      case 'seat.member':
        book.members.add(event.person)
        break
      case 'seat.removed':
        book.members.delete(event.person)
        delete book.here[event.person]
        if (book.secretary === event.person) book.secretary = null
        if (book.offered === event.person) book.offered = null
        break
      case 'role.set':
        if (event.role === 'secretary') book.secretary = event.person
        break
      case 'chair.offered':
        expect(by, 'the chair is offered by who has it').toBe(this.facilitator)
        book.offered = event.to
        break
      case 'chair.declined':
        book.offered = null
        break
      case 'chair.moved':
        this.moves(event, by, ctx)
        break
      case 'item.added':
        book.matters[event.item] = blankMatter()
        break
      case 'item.dropped':
        delete book.matters[event.item]
        break
      case 'item.opened':
        expect(this.open, 'I-17: one item at a time').toBeNull()
        this.matter(event.item).stage = 'open'
        break
      case 'item.paused':
        Object.assign(this.matter(event.item), { stage: 'paused', facilitator: null })
        break
      case 'item.closed': {
        const { kind, next } = event.outcome
        const done = kind === 'decided' || kind === 'dropped' || kind === 'withdrawn'
        expect(done || next !== null, '13: closed with an outcome, or a next step').toBe(true)
        Object.assign(this.matter(event.item), { stage: 'closed', facilitator: null, next: true })
        break
      }
      case 'process.begun': {
        const matter = this.matter(event.item)
        expect(matter.decision, '17: one proposal per item').toBeNull()
        Object.assign(matter, { kind: event.kind, sheet: null })
        if (event.kind === 'consent') matter.decision = blankDecision()
        break
      }
      default:
        expect(command).toBeDefined()
    }
  }

  private matter(id: string): Matter {
    const matter = this.book.matters[id]
    if (!matter) throw new Error(`no item ${id}`)
    return matter
  }

  /** The chair of someone who leaves is empty: their own act, or they cannot be reached. */
  private leaves(person: PersonId, by: PersonId, ctx: Moment['ctx']): void {
    if (this.facilitator === person) {
      expect(by === person || person in ctx.unreachable, 'I-16: nobody unseats a facilitator who is there').toBe(true)
    }
    for (const matter of Object.values(this.book.matters)) if (matter.facilitator === person) matter.facilitator = null
    if (this.book.facilitator === person) this.book.facilitator = null
  }

  private moves(event: Extract<MeetingEvent, { type: 'chair.moved' }>, by: PersonId, ctx: Moment['ctx']): void {
    const { book } = this
    const had = this.facilitator
    expect(book.members, 'the chair is a member’s').toContain(event.to)
    if (event.how === 'accepted') expect([by, book.offered], 'I-16: by who was asked').toEqual([event.to, event.to])
    if (event.how === 'agreed') expect(by, 'I-16: as the facilitator says was agreed').toBe(had)
    if (event.how === 'taken') {
      expect(by).toBe(event.to)
      const since = had === null ? 0 : ctx.unreachable[had]
      expect(since !== undefined && ctx.now - since >= 20_000, 'I-16: taken only when it is empty').toBe(true)
      expect(book.here[by], 'by someone who is here').toBe('present')
    }
    if (event.scope === 'item') this.open!.facilitator = event.to
    else {
      book.facilitator = event.to
      if (this.open) this.open.facilitator = null
    }
    book.offered = null
  }

  private turns(event: TurnsEvent | { type: 'round.set' }): void {
    const matter = this.open
    if (event.type === 'round.set') return
    if (!matter) throw new Error(`${event.type} without an item`)
    const isConsent = matter.sheet?.kind === 'consent'
    const early = event.type === 'round.heard' || event.type === 'round.ended' || event.type === 'round.closed'
    expect(isConsent && early, '6: a consent round never ends early').toBe(false)
    if (isConsent && event.type === 'round.restarted') Object.assign(this.decision, { answers: {}, lacking: new Set() })
    if (event.type === 'round.closed') this.everyoneAsked(matter.sheet!)
    matter.sheet = keep(matter.sheet, event)
    if (event.type === 'round.started' && event.kind === 'consent') {
      for (const person of event.order) expect(this.book.members, '8: guests are never asked').toContain(person)
    }
  }

  /** I-12: only the away are left of those who are here. */
  private everyoneAsked({ over, waiting, speaking }: Sheet): void {
    const away = [...waiting.away, ...(speaking?.from === 'away' ? [speaking.person] : [])]
    const here = [...this.book.members].filter((p) => this.book.here[p] === 'present')
    const left = here.filter((p) => !(p in over) && !away.includes(p))
    expect(left, 'I-12: everyone was asked').toEqual([])
  }

  private decides(event: MeetingEvent, { by, command, ctx }: Pick<Moment, 'command' | 'ctx'> & { by: PersonId }): void {
    const { decision, book } = this
    switch (event.type) {
      case 'version.frozen':
        expect(event.n, 'versions are counted').toBe(decision.version + 1)
        Object.assign(decision, { version: event.n, answers: {}, lacking: new Set() })
        break
      case 'consent.asked': {
        expect(event.version, '4: the latest words are put').toBe(decision.version)
        expect([...event.required].sort(), '8: every member’s consent, and no guest’s').toEqual(
          [...book.members].sort(),
        )
        if (event.recheck) for (const person of event.recheck) delete decision.answers[person]
        else decision.answers = {}
        Object.assign(decision, { required: event.required, lacking: new Set(), asking: true })
        break
      }
      case 'required.grew':
        decision.required = [...decision.required, event.person]
        break
      case 'consent.stepped':
        if (decision.asking) Object.assign(decision, { answers: {}, lacking: new Set(), asking: false })
        if (this.open?.sheet?.running) this.open.sheet.running = false
        break
      case 'consent.answered': {
        const { person, position, recordedBy } = event
        const asked = command.type === 'consent.answer' || command.type === 'objection.raise'
        expect(asked, '3: an answer is somebody’s answering').toBe(true)
        expect(by, '3: by the person, or as recorded').toBe(recordedBy ?? person)
        if (recordedBy) expect([this.facilitator, book.secretary], 'recorded by facilitator or secretary').toContain(by)
        expect(book.members, 'I-14: no answer without consent right').toContain(person)
        if (!recordedBy) expect(book.here[person], 'who answers is here').toBe('present')
        decision.answers[person] = position
        decision.lacking.delete(person)
        break
      }
      case 'consent.not_ready':
        delete decision.answers[event.person]
        decision.lacking.add(event.person)
        break
      case 'answer.taken_back':
        delete decision.answers[event.person]
        break
      case 'answers.opened':
        expect(by, 'the facilitator opens').toBe(this.facilitator)
        this.allAnswered()
        for (const [person, position] of Object.entries(event.answers)) {
          expect(decision.answers[person], 'what is opened was sealed').toBeNull()
          decision.answers[person] = position
        }
        break
      case 'consent.complete':
        this.allAnswered()
        expect(Object.values(decision.answers), 'nothing is sealed in a result').not.toContain(null)
        decision.asking = false
        if (this.open?.sheet?.kind === 'consent') show(this.open.sheet, false)
        break
      case 'consent.resumed':
        decision.asking = true
        if (this.open?.sheet?.kind === 'consent') show(this.open.sheet, true)
        break
      case 'consent.announced':
        this.adopts(event, by)
        break
      default:
        this.objects(event, { by, command, ctx })
    }
  }

  /** 6: everyone here has answered, and nobody lacks anything. */
  private allAnswered(): void {
    const { decision, book } = this
    const here = [...book.members].filter((p) => this.inMeeting(p))
    expect(
      here.filter((p) => !(p in decision.answers)),
      '6: everyone here has answered',
    ).toEqual([])
    expect(
      [...decision.lacking].filter((p) => this.inMeeting(p)),
      'nobody is "not ready"',
    ).toEqual([])
  }

  /** I-13 and 2: what a decision needs. */
  private adopts(event: Extract<MeetingEvent, { type: 'consent.announced' }>, by: PersonId): void {
    const { decision, book } = this
    expect(by, '1: announced by the facilitator').toBe(this.facilitator)
    this.allAnswered()
    const silent = [...book.members].filter((p) => decision.answers[p]?.is !== 'none')
    expect([...event.absent].sort(), '2: everyone consents to this version, or is on record as absent').toEqual(
      silent.sort(),
    )
    for (const person of event.absent) expect(this.inMeeting(person), 'who is absent is not here').toBe(false)
    expect(event.effect === 'adopted', 'adopted only with nobody absent').toBe(event.absent.length === 0)
    const open = Object.values(decision.objections).filter((o) => work.has(o.status))
    expect(open, '2: no objection is open').toEqual([])
    expect(decision.version, 'words were frozen').toBeGreaterThan(0)
  }

  private objects(event: MeetingEvent, { by, command }: Pick<Moment, 'command' | 'ctx'> & { by: PersonId }): void {
    const { decision, book } = this
    if (event.type === 'objection.raised') {
      expect(decision.answers[event.by]?.is, 'whoever objects has said so').toBe('objection')
      decision.objections[event.id] = { by: event.by, status: 'raised' }
    }
    if (event.type === 'objection.reopened') decision.objections[event.id]!.status = 'reopened'
    if (event.type === 'objection.dropped') delete decision.objections[event.id]
    if (event.type !== 'objection.now') return
    for (const id of event.ids) {
      const objection = decision.objections[id]!
      const { status } = event
      if (status === 'withdrawn') {
        expect(command.type, '5: ended by a withdrawal').toBe('objection.withdraw')
        const recorded = 'for' in command && command.for === objection.by
        const scribe = by === this.facilitator || by === book.secretary
        expect(by === objection.by || (recorded && scribe), '5: only its owner withdraws it').toBe(true)
      }
      if (status === 'confirmed') {
        expect(decision.answers[objection.by]?.is, 'I-15: confirmed by its owner’s answer').toBe('none')
        const some = Object.values(decision.answers).some((a) => a?.is === 'objection')
        expect(some, 'and not in a round with an objection').toBe(false)
      }
      if (status === 'integrated') expect(command.type, 'integrated by the announcement').toBe('consent.announce')
      objection.status = status
    }
  }
}

/** Answers that nobody opened are gone with the meeting. */
function forget(decision: Decision | null): void {
  for (const [person, position] of Object.entries(decision?.answers ?? {})) {
    if (position === null) delete decision?.answers[person]
  }
}
