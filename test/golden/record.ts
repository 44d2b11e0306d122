// Writes down what this version writes: node test/golden/record.ts 2. Run once when the shape of the log changes;
// what stands in an older folder is never written again.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { circleStream } from '../../shared/circle/stream.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { Entry } from '../../shared/types.ts'
import { beginnings, meetings, tell } from '../laws/told.ts'
import { onSockets } from '../live/table-on-sockets.ts'
import { narratives } from '../support/narratives/all.ts'
import type { Table } from '../support/table.ts'
import { type Golden, minutesOf } from './golden.ts'
import { recordFolder } from './record-folder.ts'

const version = process.argv[2] ?? ''
if (!/^\d+$/.test(version)) throw new Error('Say which version of the log this is.')
const folder = path.join(import.meta.dirname, `v${version}`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

function keep(name: string, golden: Golden): void {
  // An entry a line, so that a reader and a diff find their way.
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(golden).replaceAll('{"seq":', '\n{"seq":')}\n`)
}

for (const { name, gathering, decide, narrative } of narratives) {
  await onSockets(gathering, decide, async (table) => {
    await narrative(table)
    keep(name, await dumped(table))
  })
}

async function dumped(table: Table): Promise<Golden> {
  const { house } = table.place as unknown as { house: { store: import('../../server/store/store.ts').Store } }
  const streams: Golden['streams'][number][] = []
  let community = ''
  for await (const { stream, about } of house.store.streams()) {
    community = about.community
    streams.push({ stream, ...about, entries: await house.store.read(stream, 0) })
  }
  const people = (await house.store.people.persons(community)).map(({ id, name }) => ({ id, name: name ?? '' }))
  return { streams, people, minutes: minutesOf({ streams, people }) }
}

const plans = beginnings.flatMap((beginning) => {
  const far = meetings(140, beginning).filter(({ steps }) => steps.length > 110)
  return fc.sample(far, { seed: 20_261_128, numRuns: 2 })
})
plans.forEach((plan, n) => {
  const world = tell(plan)
  const streams = [
    { stream: 'c_harrow', kind: 'circle', community: 'o_harrow', entries: written(world.around.log, circleStream.v) },
    { stream: 'm_one', kind: 'meeting', community: 'o_harrow', entries: written(world.log, meetingStream.v) },
  ]
  const people = world.now.seats.map(({ person }) => ({ id: person, name: person }))
  keep(`chance-${n + 1}`, { streams, people, minutes: minutesOf({ streams, people }) })
})

function written(log: readonly Entry<unknown>[], v: number) {
  return log.map((entry) => ({ ...entry, v }))
}

await recordFolder(path.join(folder, 'folder'))
