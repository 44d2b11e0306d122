import { processOf } from '../processes/known.ts'
import type { ItemId, Meta } from '../types.ts'
import type { OwnEvent } from './events.ts'
import type { Item, Now } from './types.ts'

function changed(now: Now, item: ItemId, change: (item: Item) => Item): Now {
  return { ...now, items: now.items.map((i) => (i.id === item ? change(i) : i)) }
}

function moved(now: Now, item: ItemId, by: 1 | -1): Now {
  const from = now.items.findIndex((i) => i.id === item)
  const items = [...now.items]
  const [one] = items.splice(from, 1)
  if (one) items.splice(from + by, 0, one)
  return { ...now, items }
}

interface Begun extends Pick<Item, 'title' | 'kind' | 'lead' | 'draft'> {
  readonly item: ItemId
  readonly carried?: Item['carried']
}

export function newItem({ item: id, title, kind, lead, draft, carried = null }: Begun): Item {
  return {
    id,
    title,
    kind,
    lead,
    stage: 'planned',
    draft,
    written: 0,
    carried,
    runs: [],
    running: false,
    outcome: null,
    facilitator: null,
  }
}

/** Folds what happens to the agenda; null for what is no event of its. At most one item is open; a closed one has its outcome. */
export function evolveItems(now: Now, event: OwnEvent, meta: Meta): Now | null {
  switch (event.type) {
    case 'item.added':
      return { ...now, items: [...now.items, newItem(event)], numbered: now.numbered + 1 }
    case 'item.renamed':
      return changed(now, event.item, (i) => ({ ...i, title: event.title }))
    case 'item.drafted':
      return changed(now, event.item, (i) => ({ ...i, draft: event.fields, written: meta.seq }))
    case 'item.moved':
      return moved(now, event.item, event.by)
    case 'item.opened':
      return { ...changed(now, event.item, (i) => ({ ...i, stage: 'open' })), shown: event.item }
    case 'item.paused':
      return changed(now, event.item, (i) => ({ ...i, stage: 'paused', facilitator: null }))
    case 'item.closed':
      return changed(now, event.item, (i) => ({
        ...i,
        stage: 'closed',
        running: false,
        outcome: event.outcome,
        facilitator: null,
      }))
    case 'item.dropped':
      return { ...now, items: now.items.filter((i) => i.id !== event.item) }
    case 'process.begun': {
      const { process: id, kind, first } = event
      const run = { id, kind, state: processOf(kind).evolve(null, first, meta), sealed: {}, sealedSeqs: {} }
      return changed(now, event.item, (i) => ({ ...i, runs: [...i.runs, run], running: true }))
    }
    case 'process.ended':
      return {
        ...now,
        items: now.items.map((i) => (i.runs.at(-1)?.id === event.process ? { ...i, running: false } : i)),
      }
    default:
      return null
  }
}
