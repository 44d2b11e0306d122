import { expect, test } from 'vitest'
import { writerFor } from '../../server/exports/writer.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import { processOf } from '../../shared/processes/known.ts'
import { minutes } from '../../shared/record/minutes.ts'
import { en } from '../../shared/text/en.ts'
import { kinds } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import type { Tally } from './same.ts'
import { tell } from './told.ts'

/** Every sentence that is named in it: one that is said, or one that fills another. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { id, with: fill, say } = value as { readonly id?: unknown; readonly with?: unknown; readonly say?: unknown }
  const named = [
    ...(typeof id === 'string' && typeof fill === 'object' ? [id] : []),
    ...(typeof say === 'string' ? [say] : []),
  ]
  return [...named, ...Object.values(value).flatMap(sentencesIn)]
}

function areKnown(value: unknown, tally: Tally): void {
  const ids = sentencesIn(value)
  expect(ids.filter((id) => !(id in en))).toEqual([])
  tally.add(...ids)
}

/** As the record is written; which sentences were wanted that there are not. */
function wantedIn(state: unknown): readonly string[] {
  const wanted: string[] = []
  const messages = new Proxy(en as Readonly<Record<string, string>>, {
    get(all, id: string) {
      if (!(id in all)) wanted.push(id)
      return all[id]
    },
  })
  minutes(state as Parameters<typeof minutes>[0], { ...writerFor([], 'UTC'), messages })
  return wanted
}

test('every sentence that is told, shown or written has words', () => {
  const tried = everywhere({ runs: 15, steps: 120 }, (plan, tally) => {
    const { now } = tell(plan, ({ entry, verdict, after }) => {
      if (!verdict.ok) areKnown(verdict.refusal.with, tally)
      areKnown(entry?.events, tally)
      for (const { kind, state } of after?.items.flatMap(({ runs }) => runs.slice(-1)) ?? [])
        areKnown({ say: `my.step.${processOf(kind).at(state).step}` }, tally)
      for (const event of entry?.events ?? []) {
        if (event.type !== 'process.ended' && event.type !== 'item.closed' && event.type !== 'item.paused') continue
        for (const { kind, state } of after?.items.flatMap(({ runs }) => runs) ?? [])
          areKnown(processOf(kind).minutes(state), tally)
      }
    })
    for (const { kind, state } of now.items.flatMap(({ runs }) => runs)) areKnown(processOf(kind).minutes(state), tally)
    expect(wantedIn(meetingStream.seeState(now, { person: null }))).toEqual([])
  })
  console.info('sentences:', Object.keys(tried.all.counts).length)
  tried.all.isAtLeast('different sentences', Object.keys(tried.all.counts).length, 80)
})

test('what a quick consent may carry out has a sentence to ask it with', () => {
  const asked = kinds.flatMap((kind) => [...processOf(kind).agreeable].map((type) => `aside.${type}`))
  expect(asked.filter((id) => !(id in en))).toEqual([])
})
