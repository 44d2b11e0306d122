import { most, tooMany } from '../parts/most.ts'
import { undoable } from '../parts/undoable.ts'
import { noFields } from '../parts/wording.ts'
import { processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, PersonId, Phrase, Verdict } from '../types.ts'
import { decideAgenda, isFullAgenda, nextItemId, opens } from './agenda.ts'
import { openItem, records, running, runOf, seatOf, steers } from './around.ts'
import { gives } from './chair.ts'
import type { MeetingEvent } from './events.ts'
import { evolveNow } from './evolve.ts'
import { inRun } from './running.ts'
import type { Aside, Does, MeetingCommand, Now } from './types.ts'

export type AsideCommand = Extract<MeetingCommand, { type: `aside.${string}` }>

/** Members here who have not said whether it is fine with them; the cut-off see it on their return. */
export function silent(now: Now, aside: Aside, ctx: Context): readonly PersonId[] {
  const here = now.seats.filter((s) => s.as === 'member' && s.attendance === 'present')
  const asked = here.filter((s) => s.noDevice || !(s.person in ctx.unreachable)).map((s) => s.person)
  return asked.filter((p) => !(p in aside.fine) && p !== ctx.actor)
}

function someone(now: Now, who: PersonId | null, ctx: Context): PersonId | Verdict<never> {
  const person = who ?? ctx.actor
  if (person !== ctx.actor && !records(now, ctx)) return no('not_for_others')
  const seat = seatOf(now, person)
  if (!seat) return no('unknown_person')
  return seat.as === 'member' ? person : no('no_consent_right', { who: { person } })
}

/** What was agreed to is carried out with the agreement, or nothing is. */
function carries(now: Now, does: Does | null, ctx: Context): Verdict<MeetingEvent> {
  if (!does) return yes()
  if (does.type === 'chair.give') return gives(now, does.to)
  if ('process' in does) {
    const run = running(now)
    // Of what it was asked about, however far that has come meanwhile.
    return run?.id === does.process ? inRun(now, { ...does, ask: run.state.ask }, ctx, true) : no('moved_on')
  }
  return decideAgenda(now, does, ctx, true)
}

function agrees(now: Now, aside: Aside, ctx: Context): Verdict<MeetingEvent> {
  if (aside.objections.length > 0 || aside.full.length > 0) return no('aside_stopped')
  const open = aside.form === 'signal' ? silent(now, aside, ctx) : []
  if (open.length > 0) return no('answers_missing', { who: { people: open }, count: open.length })
  const then = carries(now, aside.does, ctx)
  if (!then.ok) return then
  const events = then.events.filter((e) => e.type !== 'undoable')
  return yes<MeetingEvent>({ type: 'aside.ended', end: 'agreed' }, ...events, did('agreed', aside))
}

function did(end: 'put' | 'agreed' | 'dropped' | 'taken_up', { text }: { readonly text: Phrase }): MeetingEvent {
  return typeof text === 'string' ? undoable(`aside_${end}`, { text: { words: text } }) : undoable(`aside_${end}_ready`)
}

/**
 * An item of its own on the same words: what was open is paused with everything kept. Where the words were
 * ready-made, the circle's own come with the command, for they are what is decided.
 */
function takesUp(now: Now, aside: Aside, own: string | null, ctx: Context): Verdict<MeetingEvent> {
  const open = openItem(now)
  const text = typeof aside.text === 'string' ? aside.text : (own ?? '')
  if (text === '') return no('blank')
  if (isFullAgenda(now)) return tooMany('items')
  const title = Array.from(text.replace(/\s+/g, ' ')).slice(0, 100).join('')
  const first: readonly MeetingEvent[] = [
    { type: 'aside.ended', end: 'taken up' },
    ...(open ? [{ type: 'item.paused', item: open.id } as const] : []),
    {
      type: 'item.added',
      item: nextItemId(now),
      title,
      kind: 'decide',
      lead: aside.by,
      draft: { ...noFields, text },
    },
  ]
  const meta = { seq: 0, by: ctx.actor, at: ctx.now }
  const next = first.reduce<Now>((n, e) => evolveNow(n, e, meta), now)
  const opened = opens(next, nextItemId(now), ctx)
  if (!opened.ok) return opened
  return yes<MeetingEvent>(...first, ...opened.events.filter((e) => e.type !== 'undoable'), did('taken_up', aside))
}

function puts(now: Now, command: Extract<AsideCommand, { type: 'aside.put' }>, ctx: Context): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (now.stage !== 'open') return no('not_open')
  if (now.aside) return no('aside_first')
  const { form, does } = command
  const text = command.text ?? (does && ready(now, does))
  if (text === null || text === '') return no('blank')
  if (now.asides.length >= most.asides) return tooMany('asides')
  return yes<MeetingEvent>({ type: 'aside.put', text, form, does }, did('put', { text }))
}

/** The question as everyone reads it in their own language: whether to do just this. */
function ready(now: Now, does: Does): Phrase | null {
  if ('process' in does) {
    const run = runOf(now, does.process)
    if (!run || !processOf(run.kind).agreeable.has(does.type)) return null
    const item = now.items.find((i) => i.runs.includes(run))
    return { id: `aside.${does.type}`, with: { title: { words: item?.title ?? '' } } }
  }
  switch (does.type) {
    case 'chair.give':
      return { id: 'aside.chair.give', with: { who: { person: does.to } } }
    case 'item.add':
      return { id: 'aside.item.add', with: { title: { words: does.title } } }
    case 'item.drop':
      return {
        id: 'aside.item.drop',
        with: { title: { words: now.items.find((i) => i.id === does.item)?.title ?? '' } },
      }
  }
}

function says(
  now: Now,
  aside: Aside,
  command: Extract<AsideCommand, { type: 'aside.object' | 'aside.answer' }>,
  ctx: Context,
): Verdict<MeetingEvent> {
  const person = someone(now, command.for, ctx)
  if (typeof person !== 'string') return person
  const recordedBy = person === ctx.actor ? null : ctx.actor
  const objected = aside.objections.some((o) => o.person === person)
  if (command.type === 'aside.object')
    return objected ? yes() : yes<MeetingEvent>({ type: 'aside.objected', person, recordedBy })
  if (aside.form !== 'signal' || objected) return no('not_now')
  return person in aside.fine ? yes() : yes<MeetingEvent>({ type: 'aside.fine', person, recordedBy })
}

/** Quick consent over anything: one statement of the facilitator's, or open signs; nobody's silence is an answer. */
export function decideAsides(now: Now, command: AsideCommand, ctx: Context): Verdict<MeetingEvent> {
  if (command.type === 'aside.put') return puts(now, command, ctx)
  const { aside } = now
  if (!aside) return no('not_now')
  if (command.aside !== undefined && command.aside !== aside.seq) return no('moved_on')
  if (command.type === 'aside.object' || command.type === 'aside.answer') return says(now, aside, command, ctx)
  if (command.type === 'aside.full') {
    const person = someone(now, null, ctx)
    if (typeof person !== 'string') return person
    return aside.full.includes(person) ? yes() : yes<MeetingEvent>({ type: 'aside.full', person })
  }
  if (!steers(now, ctx)) return no('not_facilitator')
  if (command.type === 'aside.agree') return agrees(now, aside, ctx)
  if (command.type === 'aside.take_up') return takesUp(now, aside, command.text, ctx)
  return yes<MeetingEvent>({ type: 'aside.ended', end: 'dropped' }, did('dropped', aside))
}
