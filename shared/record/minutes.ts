import type { Item, Now } from '../meeting/types.ts'
import { dateIn, timeIn } from '../text/when.ts'
import type { ItemId } from '../types.ts'
import { attendance } from './attendance.ts'
import type { Block, Doc, Section } from './doc.ts'
import { decidedHere, itemBlocks } from './item.ts'
import { paragraph, told, type Writer } from './writer.ts'

/** A section of the minutes, and which part of the meeting it tells. */
export interface Part extends Section {
  readonly id: string
  /** The item it tells; null for what belongs to the whole meeting. */
  readonly item: ItemId | null
  readonly current: boolean
}

function whole(id: string, heading: string, blocks: readonly Block[]): readonly Part[] {
  return blocks.length > 0 ? [{ id, heading, blocks, item: null, current: false }] : []
}

function decisions(now: Now, writer: Writer): readonly Part[] {
  return now.items.flatMap((item) => {
    const blocks = decidedHere(item, writer)
    const heading = told(writer, 'minutes.decided_title', { title: { words: item.title } })
    return blocks.length > 0 ? [{ id: `decided-${item.id}`, heading, blocks, item: item.id, current: false }] : []
  })
}

function items(now: Now, writer: Writer): readonly Part[] {
  const ended = now.stage === 'ended'
  return now.items.flatMap((item): readonly Part[] => {
    if (item.stage === 'planned' && (ended || !(item.id in now.blocks))) return []
    const blocks = itemBlocks(item, { text: now.blocks[item.id]?.text ?? '', ended }, writer)
    if (ended && blocks.length === 0) return []
    const current = now.stage === 'open' && item.stage === 'open'
    const id = ended && item.outcome?.kind === 'decided' ? 'minutes.how_title' : 'minutes.item_title'
    return [
      { id: item.id, heading: told(writer, id, { title: { words: item.title } }), blocks, item: item.id, current },
    ]
  })
}

function notReached(list: readonly Item[]): readonly Block[] {
  const titles = list.filter((item) => item.stage === 'planned').map((item) => item.title)
  return titles.length > 0 ? [{ kind: 'list', items: titles }] : []
}

function agreed(now: Now, writer: Writer): readonly Block[] {
  const texts = now.asides
    .filter(({ end }) => end === 'agreed')
    .map(({ text }) => (typeof text === 'string' ? text : told(writer, text.id, text.with)))
  return texts.length > 0 ? [{ kind: 'list', items: texts }] : []
}

function written(now: Now): readonly Block[] {
  const text = now.blocks.meeting?.text ?? ''
  return text === '' ? [] : [paragraph(text)]
}

/** The minutes part by part: who is here and what happened; once the meeting has ended, what it decided first. */
export function parts(now: Now, writer: Writer): readonly Part[] {
  const ended = now.stage === 'ended'
  const here = whole('here', told(writer, 'minutes.here'), attendance(now, writer))
  const passing = whole('agreed', told(writer, 'minutes.agreed'), agreed(now, writer))
  const notes = whole('meeting', told(writer, 'minutes.meeting'), written(now))
  if (!ended) return [...here, ...items(now, writer), ...passing, ...notes]
  const left = whole('left', told(writer, 'minutes.not_reached'), notReached(now.items))
  return [...decisions(now, writer), ...left, ...passing, ...notes, ...here, ...items(now, writer)]
}

/** Which day, and from when to when, as far as that is known. */
export function spanOf(now: Now, writer: Writer): string {
  const from = now.openedAt
  if (from === null) return told(writer, 'minutes.not_begun', { date: dateIn(writer, now.calledAt) })
  const date = dateIn(writer, from)
  if (now.endedAt === null) return told(writer, 'minutes.since', { date, from: timeIn(writer, from) })
  return told(writer, 'minutes.span', { date, from: timeIn(writer, from), to: timeIn(writer, now.endedAt) })
}

/** The minutes as they write themselves from what happened; nothing private and nothing unsent is in them. */
export function minutes(now: Now, writer: Writer): Doc {
  return {
    title: told(writer, 'minutes.title', { circle: { words: now.name } }),
    subtitle: spanOf(now, writer),
    lang: writer.language,
    sections: parts(now, writer).map(({ heading, blocks }) => ({ heading, blocks })),
  }
}
