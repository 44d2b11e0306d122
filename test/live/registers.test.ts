import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRegisters } from '../../server/reading/registers.ts'
import type { BacklogPage, DecisionPage, MeetingPage } from '../../shared/http.ts'
import { noFields } from '../../shared/parts/wording.ts'
import type { Decided } from '../../shared/processes/process.ts'
import type { Typed } from '../../shared/stream.ts'
import { counting } from './counting.ts'
import { commandId } from './house.ts'
import { type Browser, browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>
let bruno: string

const meetings = Array.from({ length: 47 }, (_, n) => `m_${n}`)
const begun = Date.parse('2026-11-23T18:00:00Z')

const decided = (n: number): Decided => ({
  title: `Decision ${n}`,
  kind: 'policy',
  effect: n === 47 ? 'provisional' : 'adopted',
  version: 1,
  fields: {
    ...noFields,
    text: n === 7 ? 'Bikes stand in the SHED' : 'As it is.',
    why: n === 30 ? 'The bikes get wet' : '',
    by: n === 12 || n === 40 ? bruno : null,
  },
  versions: [],
  consent: [
    { person: made.person, answer: 'no objection', how: 'self', recordedBy: null, late: false },
    { person: bruno, answer: 'absent', how: 'absent', recordedBy: null, late: false },
  ],
  objections: [],
  absentHours: 48,
  facilitator: made.person,
  guests: [],
})

async function tells(by: string, command: Typed & Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await served.app.host.run({ stream: made.circle, by, id: commandId(), command })
  if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`)
}

beforeAll(async () => {
  served = await serve()
  made = await madeCircle(served)
  const { people } = await browser(served).post<{ people: { person: string; name: string }[] }>('/api/links/open', {
    link: made.fragment,
  })
  bruno = people.find(({ name }) => name === 'Bruno')?.person ?? ''
  await tells(made.meeting, { type: 'fact.ended', facilitator: made.person })
  for (const [n, meeting] of meetings.entries()) {
    served.clock.now = begun + (n + 1) * 3_600_000
    await tells(meeting, { type: 'fact.called', taken: [] })
    const adds = [{ type: 'decision', decision: decided(n + 1) }]
    await tells(meeting, { type: 'fact.added', item: 'i1', adds, facilitators: [made.person], at: served.clock.now })
    // The last one runs on.
    if (n < 46) await tells(meeting, { type: 'fact.ended', facilitator: made.person })
  }
  for (let n = 1; n <= 25; n += 1) await tells(made.person, { type: 'backlog.add', title: `Later ${n}` })
  for (let n = 1; n <= 22; n += 1) await tells(made.person, { type: 'backlog.remove', id: `b${n}` })
})

afterAll(() => served.stop())

/** Every asking costs a credit of the device. */
function get<Page>(what: string, query = '', who: Browser = made.ana) {
  served.clock.now += 1_000
  return who.get<Page>(`/api/circles/${made.circle}/${what}${query}`)
}
const ids = (page: { readonly decisions: readonly { readonly id: string }[] }) => page.decisions.map(({ id }) => id)
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => `d${from - n}`)

describe('registers', () => {
  test('N-H30 decisions come twenty at a time, the newest first, and each once', async () => {
    const first = await get<DecisionPage>('decisions')
    expect([ids(first), first.more]).toEqual([down(47, 28), true])
    const second = await get<DecisionPage>('decisions', '?before=d28')
    expect([ids(second), second.more]).toEqual([down(27, 8), true])
    const third = await get<DecisionPage>('decisions', '?before=d8')
    expect([ids(third), third.more]).toEqual([down(7, 1), false])
    const none = await get<DecisionPage>('decisions', '?before=d1')
    expect([ids(none), none.more]).toEqual([[], false])
    expect(ids(await get<DecisionPage>('decisions', '?before=d21'))).toEqual(down(20, 1))
    expect((await get<DecisionPage>('decisions', '?before=d21')).more).toBe(false)
  })

  test('N-H30 a line says what a list needs, of its consent only who was absent', async () => {
    const [newest] = (await get<DecisionPage>('decisions')).decisions
    expect(newest).toEqual({
      id: 'd47',
      title: 'Decision 47',
      meeting: 'm_46',
      effect: 'provisional',
      fields: decided(47).fields,
      absentHours: 48,
      announcedAt: begun + 47 * 3_600_000,
      words: [],
      consent: [{ person: bruno, answer: 'absent', how: 'absent', recordedBy: null, late: false }],
      delivered: null,
    })
    const [delivered] = (await get<DecisionPage>('decisions', '?before=d47')).decisions
    expect(delivered).toMatchObject({ id: 'd46', delivered: begun + 46 * 3_600_000 })
  })

  test('N-H31 what is looked for is found in title, text, why and the name of who looks after it', async () => {
    const found = async (words: string) =>
      ids(await get<DecisionPage>('decisions', `?search=${encodeURIComponent(words)}`))
    expect(await found('bikes')).toEqual(['d30', 'd7'])
    expect(await found('  the shed ')).toEqual(['d7'])
    expect(await found('BRUNO')).toEqual(['d40', 'd12'])
    expect(await found('Decision 4')).toEqual([...down(47, 40), 'd4'])
    expect(await found('Ana')).toEqual([])
    expect(await found('p_')).toEqual([])
    expect(await found('')).toEqual(down(47, 28))
    const page = await get<DecisionPage>('decisions', '?search=decision&before=d28')
    expect([ids(page), page.more]).toEqual([down(27, 8), true])
    expect(ids(await get<DecisionPage>('decisions', '?search=bikes&before=d30'))).toEqual(['d7'])
  })

  test('N-H31 only those are named who stand on the page', async () => {
    const page = await get<DecisionPage>('decisions', '?search=bikes')
    expect(page.people).toEqual({ [bruno]: { name: 'Bruno', hint: null } })
    expect((await get<DecisionPage>('decisions', '?search=nothing')).people).toEqual({})
  })

  test('N-H32 meetings come when they have ended; what is running or gathered for is none of them', async () => {
    const first = await get<MeetingPage>('meetings')
    expect(first.meetings.map(({ id }) => id)).toEqual(meetings.slice(26, 46).reverse())
    expect(first.meetings[0]).toEqual({
      id: 'm_45',
      stage: 'ended',
      at: begun + 46 * 3_600_000,
      ended: begun + 46 * 3_600_000,
    })
    const second = await get<MeetingPage>('meetings', '?before=m_26')
    const third = await get<MeetingPage>('meetings', '?before=m_6')
    expect(second.meetings.map(({ id }) => id)).toEqual(meetings.slice(6, 26).reverse())
    expect(third.meetings.map(({ id }) => id)).toEqual([...meetings.slice(0, 6).reverse(), made.meeting])
    expect([first.more, second.more, third.more]).toEqual([true, true, false])
  })

  test('N-H33 of what waited, what was taken or removed, with when; what still waits is no part of it', async () => {
    const first = await get<BacklogPage>('backlog')
    expect(first.backlog.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `b${22 - n}`))
    expect(first.backlog[0]).toMatchObject({ title: 'Later 22', closed: begun + 47 * 3_600_000 })
    const second = await get<BacklogPage>('backlog', '?before=b3')
    expect([first.more, second.more]).toEqual([true, false])
    expect(second.backlog.map(({ id }) => id)).toEqual(['b2', 'b1'])
    await tells('m_46', { type: 'fact.called', taken: ['b24'] })
    expect((await get<BacklogPage>('backlog')).backlog.map(({ id }) => id)).toContain('b24')
  })

  test('N-H34 for strangers, screens and other circles there is no register, and no meeting has one', async () => {
    const other = await madeCircle(served)
    const room = browser(served)
    const { screen } = await made.ana.get<{ screen: string }>(`/api/circles/${made.circle}/link`)
    await room.post('/api/links/open', { link: screen })
    for (const what of ['decisions', 'meetings', 'backlog']) {
      const answers = [
        await get(what, '', browser(served)),
        await get(what, '', room),
        await get(what, '', other.ana),
        await get(what, '?before=d1', other.ana),
        await made.ana.get<object>(`/api/circles/${made.meeting}/${what}`),
        await made.ana.get<object>(`/api/circles/c_aaaaaaaaaaaaaaaa/${what}`),
      ]
      for (const answer of answers) expect(answer).toEqual({ ...answers[0], ref: expect.any(String) })
      expect(answers[0]).toMatchObject({ ok: false, code: 'not_found' })
      for (const query of ['?more=1', '?before=a&before=b', `?before=${'x'.repeat(4_001)}`])
        expect([what, query, await get(what, query)]).toMatchObject([what, query, { code: 'invalid' }])
    }
  })

  test('N-H36 whoever goes on from what is not there is told so, and not given the newest again', async () => {
    for (const [what, there, elsewhere] of [
      ['decisions', 'd3', 'm_3'],
      ['meetings', 'm_3', 'm_46'],
      ['backlog', 'b3', 'b25'],
    ] as const) {
      expect(await get<object>(what, `?before=${there}`), what).toHaveProperty('more', false)
      for (const unknown of ['', 'x_999', elsewhere])
        expect([what, unknown, await get(what, `?before=${unknown}`)]).toMatchObject([
          what,
          unknown,
          { ok: false, code: 'invalid', path: '/before' },
        ])
    }
    // What does not fit the words is still a place to go on from.
    expect(ids(await get<DecisionPage>('decisions', '?search=bikes&before=d20'))).toEqual(['d7'])
  })

  test('N-H36 words are looked for among decisions alone; elsewhere they are refused and not passed over', async () => {
    for (const what of ['meetings', 'backlog']) {
      expect(await get(what, '?search=bikes')).toMatchObject({ ok: false, code: 'invalid' })
      expect(await get(what)).not.toHaveProperty('code')
    }
  })

  test('N-H37 more pages than anyone reads have to wait, for this device alone', async () => {
    const where = `/api/circles/${made.circle}/backlog`
    let answer: { readonly retryAfterMs?: number; readonly code?: string } = {}
    for (let n = 0; n <= 60 && answer.code === undefined; n += 1) answer = await made.ana.get<object>(where)
    expect(answer).toMatchObject({ code: 'rate_limited', retryAfterMs: 200 })
    expect(await made.ana.get<object>(`/api/streams/${made.circle}/state`)).not.toHaveProperty('code')
    served.clock.now += 200
    expect(await made.ana.get<object>(where)).toHaveProperty('more')
  })

  test('N-H35 a log is read once, and from then on only what is new of it', async () => {
    const store = counting(served.store)
    const reads: number[] = []
    const registers = createRegisters({
      read(stream, after, most) {
        reads.push(after)
        return store.it.read(stream, after, most)
      },
    })
    const head = (await served.app.host.look(made.circle))?.seq ?? 0
    await registers.of(made.circle)
    const before = await registers.of(made.circle)
    await tells('m_46', { type: 'fact.ended', facilitator: null })
    const after = await registers.of(made.circle)
    expect(reads).toEqual([0, head, head])
    expect([before.meetings.at(-1)?.stage, after.meetings.at(-1)?.stage]).toEqual(['gathering', 'ended'])
    expect(await createRegisters(served.store).of(made.circle)).toEqual(after)
  })
})
