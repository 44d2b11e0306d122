import type { Item } from '../meeting/types.ts'
import { filling, toWhom } from '../parts/phrase.ts'
import { processOf } from '../processes/known.ts'
import type { Decided, MinutesLine } from '../processes/process.ts'
import { fieldFacts } from './decision.ts'
import type { Block } from './doc.ts'
import { absentOf } from './status.ts'
import { paragraph, people, stopped, told, type Writer } from './writer.ts'

/** A message that quotes takes the words into its sentence; else they stand beneath it as they were written. */
function quotes(line: MinutesLine, writer: Writer): boolean {
  return (writer.messages[line.say.id] ?? '').includes('{words}')
}

function sentenceOf(line: MinutesLine, writer: Writer): string {
  return told(writer, line.say.id, { ...line.say.with, words: { words: line.words ?? '' } })
}

const goesOn = /^minutes\.(objection_\w+|way|note_answer|next_step)$/

/** Sentences as a list, what belongs to one thing in one item; a wording stands on its own under the sentence that names it. */
function lineBlocks(lines: readonly MinutesLine[], writer: Writer): readonly Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const text = sentenceOf(line, writer)
    const last = blocks.at(-1)
    if (line.words !== undefined && !quotes(line, writer)) {
      blocks.push(paragraph(text), { kind: 'words', text: line.words })
    } else if (last?.kind === 'list') {
      const { items } = last
      const whole = [...items.slice(0, -1), ...items.slice(-1).map((item) => `${stopped(item)} ${stopped(text)}`)]
      blocks[blocks.length - 1] = { kind: 'list', items: goesOn.test(line.say.id) ? whole : [...items, text] }
    } else blocks.push({ kind: 'list', items: [text] })
  }
  return blocks
}

/** What an item decided. */
export function decidedIn(item: Item): readonly Decided[] {
  return (item.outcome?.adds ?? []).flatMap((change) => (change.type === 'decision' ? [change.decision] : []))
}

/** The exact words an item decided, with what stands beside them. */
function wordsOf(item: Item, writer: Writer): readonly Block[] {
  return decidedIn(item).flatMap((decided) => [
    { kind: 'words', text: decided.fields.text },
    ...fieldFacts(decided.fields, writer),
  ])
}

function stillOpen(decided: Decided, writer: Writer): readonly Block[] {
  const absent = absentOf(decided)
  if (absent.length === 0) return []
  return [paragraph(told(writer, 'minutes.may_object', { who: people(absent), hours: decided.absentHours }))]
}

/** What an item decided, to stand on its own: the words, what goes with them, who may still object. */
export function decidedHere(item: Item, writer: Writer): readonly Block[] {
  return [...wordsOf(item, writer), ...decidedIn(item).flatMap((one) => stillOpen(one, writer))]
}

/** Closed otherwise than by its process: put off by hand or at the end, or only talked about. */
function closing(item: Item, writer: Writer): readonly Block[] {
  const { outcome } = item
  const last = item.runs.at(-1)
  if (!outcome || outcome.kind === 'decided') return []
  if (last && processOf(last.kind).outcome(last.state)) return []
  const { next, kind } = outcome
  if (!next) return [paragraph(told(writer, `minutes.ended_${kind}_plain`))]
  const when = { when: filling(next.when) }
  const ended =
    next.who === null
      ? told(writer, `minutes.ended_${kind}_open`, when)
      : told(writer, `minutes.ended_${kind}`, { ...when, who: { person: next.who } })
  const step =
    next.words === '' ? [] : [told(writer, 'minutes.next_step', { words: { words: next.words }, to: toWhom(next) })]
  return [paragraph([ended, ...step].map(stopped).join(' '))]
}

export interface Written {
  /** What facilitator or secretary added in their own words. */
  readonly text: string
  readonly ended: boolean
}

/** What happened in one item; while the meeting runs, its decision stands here, afterwards on top of all. */
export function itemBlocks(item: Item, { text, ended }: Written, writer: Writer): readonly Block[] {
  const decided = decidedIn(item).map((one) => one.fields.text)
  const happened = item.runs.flatMap((run) => processOf(run.kind).minutes(run.state))
  const lines = happened.filter((line) => line.words === undefined || !decided.includes(line.words))
  return [
    ...(ended ? [] : wordsOf(item, writer)),
    ...(text === '' ? [] : [paragraph(text)]),
    ...lineBlocks(lines, writer),
    ...closing(item, writer),
  ]
}
