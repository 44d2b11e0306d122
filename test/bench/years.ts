// How a circle with years behind it opens on a thin line: npm run bench -- years
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { createHost } from '../../server/host.ts'
import { rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { Decided } from '../../shared/processes/process.ts'
import { chromiumFlags, findChromium } from '../browser/chromium.ts'
import { listLog } from '../live/bench.ts'
import { Visitor } from '../support/visitor.ts'
import { firstStart, median, serveFolder } from './serving.ts'
import { thinLine } from './thin-line.ts'

const decisions = Number(process.env.BENCH_DECISIONS ?? 700)
const entries = Number(process.env.BENCH_ENTRIES ?? 10_000)
const line = { bitsPerSecond: 400_000, roundTrip: 150 }
const looks = 3
const week = 7 * 24 * 3_600_000

const folder = mkdtempSync(path.join(tmpdir(), 'commonround-years-'))
const founding = await serveFolder(folder)
const founder = new Visitor(founding.url)
const others = Array.from({ length: 11 }, (_, n) => `Marguerite-Antoinette van der Wijk ${n + 1}`)
const { circle, person } = await founder.founds('General Circle of Harrow Lane', 'Ana', 'Quiet hours', others)
await founding.stop()
await live(entries)

const serving = await serveFolder(folder)
const answer = await firstStart(serving.url, founder.cookie, circle, person)
if (!answer.ok || answer.state === undefined) {
  await serving.stop()
  throw new Error('The circle does not open over the line.')
}
const sent = Buffer.byteLength(JSON.stringify(answer))
const thin = await thinLine(serving.port, line)
const cold = [] as number[]
const warm = [] as number[]
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() })
for (let look = 0; look < looks; look += 1) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const [name = '', value = ''] = founder.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/' }])
  const page = await context.newPage()
  cold.push(await readable(page))
  warm.push(await readable(page))
  await context.close()
}
await browser.close()
await thin.close()
await serving.stop()
rmSync(folder, { recursive: true, force: true })

const [first, again] = [median(cold) / 1000, median(warm) / 1000]
console.log(
  `a circle of ${entries} entries and ${decisions} decisions, over ${line.bitsPerSecond / 1000} kbit/s and ${line.roundTrip} ms`,
)
console.log(`state as sent: ${(sent / 1000).toFixed(1)} kB (at most 60)`)
console.log(
  `readable with an empty cache after ${first.toFixed(1)} s (under 6), with a full one after ${again.toFixed(1)} s (under 3)`,
)
if (sent > 60_000 || first >= 6 || again >= 3) process.exitCode = 1

/** Until the newest decision can be read, in milliseconds. */
async function readable(page: import('@playwright/test').Page): Promise<number> {
  const from = performance.now()
  await page.goto(`http://127.0.0.1:${thin.port}/c/${circle}`, { waitUntil: 'commit' })
  await page.getByText(`Rule ${decisions}`, { exact: true }).waitFor({ timeout: 60_000 })
  return performance.now() - from
}

/** A meeting a week with a decision in each, until the circle's log is that long. */
async function live(most: number): Promise<void> {
  const store = openSqlite(path.join(folder, 'app.db'))
  // From the founding on, into years to come: a log's time never goes back.
  let now = Date.now()
  const unreachable = async () => ({})
  const parts = { store, streams: rules.streams, log: listLog(), seed: () => 1, heads: store.heads, unreachable }
  const host = createHost({ ...parts, now: () => now })
  const members = (await store.people.persons((await store.about(circle))?.community ?? '')).map(({ id }) => id)
  const each = Math.floor((most - 3) / decisions)
  for (let n = 1; n <= decisions; n += 1) {
    const facts: object[] = [
      { type: 'fact.called', taken: [] },
      { type: 'fact.opened', facilitator: person },
      {
        type: 'fact.added',
        item: 'i1',
        adds: [{ type: 'decision', decision: decided(n, members) }],
        facilitators: [person],
        at: now,
      },
      { type: 'fact.ended', facilitator: person },
    ]
    while (facts.length < each)
      facts.splice(2, 0, { type: 'fact.round', lastRound: { start: members[n % 12], direction: 1 } })
    await Promise.all(
      facts.map((command, k) =>
        host.run({ stream: circle, by: `m_years${n}`, id: `m_years${n}:${k}`, command: command as { type: string } }),
      ),
    )
    now += week
  }
  await host.close()
  await store.close()
}

/** As long as people write, with somebody absent. */
function decided(n: number, members: readonly string[]): Decided {
  const text =
    `Rule ${n}: ${'the common house is tidied by whoever used it, before ten in the evening, and the last one turns down the heating. '.repeat(4)}`.slice(
      0,
      400,
    )
  const fields = {
    text,
    why: 'So that it is nice.',
    by: members[n % 12] ?? null,
    until: null,
    review: '2027-05-01',
    measure: '',
    atEnd: 'stays',
  } as const
  const consent = members.map((one, k) => ({
    person: one,
    answer: k === 3 ? ('absent' as const) : ('no objection' as const),
    how: k === 3 ? ('absent' as const) : ('self' as const),
    recordedBy: null,
    late: false,
  }))
  const objections = [
    {
      id: 'o1',
      by: members[1] ?? '',
      recordedBy: null,
      raisedOn: 1,
      phrase: 'Too late for families',
      reason: 'Children sleep at eight.',
      aim: '',
      effect: '',
      status: 'integrated',
      ways: ['amend'],
      resolvedIn: 2,
    },
  ]
  const versions = [
    { n: 1, fields, meets: [] },
    { n: 2, fields, meets: ['o1'] },
  ]
  return {
    title: `Rule ${n}`,
    kind: 'policy',
    effect: 'provisional',
    version: 2,
    fields,
    versions,
    consent,
    objections,
    absentHours: 72,
    facilitator: members[0] ?? null,
    guests: [],
  }
}
