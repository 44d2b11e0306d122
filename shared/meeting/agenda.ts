import { most, tooMany } from '../parts/most.ts'
import { undoable } from '../parts/undoable.ts'
import { noFields, sameFields } from '../parts/wording.ts'
import { processesOn, processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, ItemId, Verdict } from '../types.ts'
import { aroundOf, openItem, records, running, seatOf, steers } from './around.ts'
import type { MeetingEvent } from './events.ts'
import { type Beginning, begins, leaves, unopened } from './running.ts'
import type { Item, MeetingCommand, Now } from './types.ts'

type Of<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>
export type AgendaCommand = Extract<MeetingCommand, { type: `item.${string}` | 'process.begin' }>

/** What begins by itself when this item opens; null where somebody begins it by hand. */
function ownBeginning(now: Now, item: Item, ctx: Context): Beginning | null {
  // Whoever brought it may have left the circle since; then it is the facilitator's.
  const lead = seatOf(now, item.lead) ? item.lead : ctx.actor
  for (const { kind, opens } of processesOn(item.kind)) {
    const setup = opens({ lead, draft: item.draft }, aroundOf(now, ctx, null))
    if (setup !== null) return { kind, setup } as Beginning
  }
  return null
}

/** Opens an item: a planned decision begins, a paused one goes on where it was. */
export function opens(now: Now, id: ItemId, ctx: Context): Verdict<MeetingEvent> {
  const item = now.items.find((i) => i.id === id)
  if (!item) return no('unknown_item')
  if (openItem(now)) return no('other_item_open')
  if (item.stage === 'closed') return no('is_closed')
  const opened: MeetingEvent = { type: 'item.opened', item: id }
  const said = undoable('item_opened', { title: { words: item.title } })
  const beginning = item.stage === 'paused' ? null : ownBeginning(now, item, ctx)
  if (beginning === null) return yes<MeetingEvent>(opened, said)
  const begun = begins(now, item, beginning, ctx)
  return begun.ok ? yes<MeetingEvent>(opened, ...begun.events.filter((e) => e.type !== 'undoable'), said) : begun
}

/** No more items fit: so many there are, or that many there ever were that the next number has no place in an id. */
export function isFullAgenda(now: Now): boolean {
  return now.items.length >= most.items || now.numbered >= 9_999
}

/** Never the id of an item that was dropped. */
export function nextItemId(now: Now): ItemId {
  return `i${now.numbered + 1}`
}

function adds(now: Now, command: Of<'item.add'>, ctx: Context): Verdict<MeetingEvent> {
  const seat = seatOf(now, ctx.actor)
  if (seat?.as !== 'member' || (now.stage === 'open' && !records(now, ctx))) return no('not_facilitator_or_secretary')
  if (command.title === '') return no('blank')
  if (isFullAgenda(now)) return tooMany('items')
  const { title, kind } = command
  const added: MeetingEvent = {
    type: 'item.added',
    item: nextItemId(now),
    title,
    kind,
    lead: ctx.actor,
    draft: { ...noFields },
  }
  return yes<MeetingEvent>(added, ...did(now, ctx, 'item_added', title))
}

/** An act on the agenda that may be undone where it was the facilitator's. */
function did(now: Now, ctx: Context, id: string, title: string): readonly MeetingEvent[] {
  return steers(now, ctx) ? [undoable(id, { title: { words: title } })] : []
}

function drops(now: Now, item: Item, ctx: Context, agreed: boolean): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (item.stage === 'closed') return no('is_closed')
  if (item.stage === 'open') return no('is_open')
  if (now.stage === 'gathering') {
    return yes<MeetingEvent>({ type: 'item.dropped', item: item.id }, ...did(now, ctx, 'item_dropped', item.title))
  }
  if (!agreed) return no('needs_consent')
  const run = item.running ? item.runs.at(-1) : undefined
  const left = run ? leaves(now, run, ctx) : []
  return yes<MeetingEvent>(...left, {
    type: 'item.closed',
    item: item.id,
    outcome: { kind: 'dropped', next: null, adds: [] },
  })
}

function drafts(now: Now, item: Item, command: Of<'item.draft'>, ctx: Context): Verdict<MeetingEvent> {
  if (ctx.actor !== item.lead && !records(now, ctx)) return no('not_yours')
  if (item.stage !== 'planned') return no('presented')
  if (sameFields(item.draft, command.fields)) return yes()
  if (item.written !== command.over) return no('text_changed')
  if (command.fields.by !== null && !seatOf(now, command.fields.by)) return no('unknown_person')
  return yes<MeetingEvent>({ type: 'item.drafted', item: item.id, fields: command.fields })
}

/** By hand, with what comes next; what decides about itself closes by itself. */
function closes(now: Now, command: Of<'item.close'>, ctx: Context): Verdict<MeetingEvent> {
  const item = openItem(now)
  if (!steers(now, ctx)) return no('not_facilitator')
  if (!item) return no('not_open')
  if (item.kind === 'decide') return no('not_now')
  const run = running(now)
  if (run && processOf(run.kind).at(run.state).asked.length > 0) return no('round_running')
  if (run && unopened(run).length > 0) return no('sealed_unopened')
  const { next } = command
  if (next.words === '' && next.when === '') return no('reason_needed')
  return yes<MeetingEvent>(
    ...(run ? leaves(now, run, ctx) : []),
    { type: 'item.closed', item: item.id, outcome: { kind: 'explored', next: { ...next, to: null }, adds: [] } },
    undoable('item_closed', { title: { words: item.title } }),
  )
}

function processBegins(now: Now, command: Of<'process.begin'>, ctx: Context): Verdict<MeetingEvent> {
  const item = openItem(now)
  if (!steers(now, ctx)) return no('not_facilitator')
  if (!item || item.id !== command.item) return no('not_open')
  const { kind, on } = processOf(command.kind)
  if (!on.includes(item.kind)) return no('not_now')
  const run = running(now)
  if (run && processOf(run.kind).at(run.state).busy) return no('round_running')
  if (run && unopened(run).length > 0) return no('sealed_unopened')
  if (item.runs.length >= most.runs) return tooMany('runs')
  const ended: readonly MeetingEvent[] = run
    ? [...leaves(now, run, ctx), { type: 'process.ended', process: run.id }]
    : []
  const begun = begins(now, item, { kind, setup: command.setup } as Beginning, ctx)
  if (!begun.ok) return begun
  return yes<MeetingEvent>(...ended, ...begun.events)
}

function pauses(now: Now, ctx: Context): Verdict<MeetingEvent> {
  const item = openItem(now)
  if (!steers(now, ctx)) return no('not_facilitator')
  if (!item) return no('not_open')
  return yes<MeetingEvent>(
    { type: 'item.paused', item: item.id },
    undoable('item_paused', { title: { words: item.title } }),
  )
}

/** The agenda: items added, worded, ordered, opened one at a time, paused with everything kept. */
export function decideAgenda(now: Now, command: AgendaCommand, ctx: Context, agreed: boolean): Verdict<MeetingEvent> {
  if (now.stage === 'ended') return no('not_open')
  if (command.type === 'item.add') return adds(now, command, ctx)
  if (command.type === 'item.pause') return pauses(now, ctx)
  if (command.type === 'item.close') return closes(now, command, ctx)
  if (command.type === 'process.begin') return now.stage === 'open' ? processBegins(now, command, ctx) : no('not_open')
  const item = now.items.find((i) => i.id === command.item)
  if (!item) return no('unknown_item')
  switch (command.type) {
    case 'item.rename':
      if (ctx.actor !== item.lead && !records(now, ctx)) return no('not_yours')
      if (command.title === '') return no('blank')
      if (item.title === command.title) return yes()
      return yes<MeetingEvent>(
        { type: 'item.renamed', item: item.id, title: command.title },
        ...did(now, ctx, 'item_renamed', command.title),
      )
    case 'item.draft':
      return drafts(now, item, command, ctx)
    case 'item.move': {
      if (!records(now, ctx)) return no('not_facilitator_or_secretary')
      const to = now.items.indexOf(item) + command.by
      if (to < 0 || to >= now.items.length) return yes()
      return yes<MeetingEvent>(
        { type: 'item.moved', item: item.id, by: command.by },
        ...did(now, ctx, 'item_moved', item.title),
      )
    }
    case 'item.open':
      if (!steers(now, ctx)) return no('not_facilitator')
      return now.stage === 'open' ? opens(now, item.id, ctx) : no('not_open')
    case 'item.drop':
      return drops(now, item, ctx, agreed)
  }
}
