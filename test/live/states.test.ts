import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { noFields } from '../../shared/parts/wording.ts'
import { PROTOCOL, type Read } from '../../shared/protocol.ts'
import type { Typed } from '../../shared/stream.ts'
import { ana, bo, cleo, community, room } from './bench.ts'
import { commandId, enter } from './house.ts'
import { openRoom } from './room.ts'
import { browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>
let path: string

beforeAll(async () => {
  served = await serve()
  made = await madeCircle(served)
  path = `/api/streams/${made.meeting}/state`
  await does({ type: 'meeting.open', item: null })
})

afterAll(() => served.stop())

async function does(command: Typed & Readonly<Record<string, unknown>>, stream = made.meeting): Promise<void> {
  const answer = await served.app.host.run({ stream, by: made.person, id: commandId(), command })
  if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`)
}

/** Every asking costs a credit of the device. */
async function take(query: string, headers: Readonly<Record<string, string>> = {}, where = path) {
  served.clock.now += 2_000
  const answer = await served.ask(`${where}${query}`, { headers: { cookie: made.ana.cookie ?? '', ...headers } })
  const read = (): Read => JSON.parse(answer.text)
  return { ...answer, read }
}

/** The bytes as they come over the wire. */
function bytes(where: string, headers: Readonly<Record<string, string>>): Promise<{ how: string; body: Buffer }> {
  served.clock.now += 2_000
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: served.port, path: where, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ how: String(answer.headers['content-encoding'] ?? ''), body: Buffer.concat(pieces) }),
      )
    })
    asking.on('error', reject)
    asking.end()
  })
}

describe('a state over HTTP', () => {
  test('N-H25 folding what comes with fold=1 gives what comes without, up to what may be undone', async () => {
    await does({ type: 'item.add', title: 'Bins', kind: 'talk' })
    // It may be undone, also after what is written meanwhile.
    await does({ type: 'pen.take', block: 'meeting' })
    await does({ type: 'block.write', block: 'meeting', text: 'We met.', over: 0 })
    const [still, whole] = [(await take(`?as=${made.person}`)).read(), (await take(`?as=${made.person}&fold=1`)).read()]
    expect(still).toMatchObject({ protocol: PROTOCOL, at: still.seq, entries: [], state: { stage: 'open' } })
    expect(whole.seq - whole.at).toBe(3)
    expect(whole.seq).toBe(still.seq)
    expect(whole.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: whole.seq - whole.at }, (_, n) => whole.at + 1 + n),
    )
    type Entry = Parameters<typeof meetingStream.evolve>[1]
    const folded = (whole.entries as unknown as readonly Entry[]).reduce<MeetingState>(
      (state, entry) => meetingStream.evolve(state, entry),
      whole.state as MeetingState,
    )
    const { back, ...now } = folded ?? { back: null }
    const { back: told, ...same } = (still.state as unknown as NonNullable<MeetingState>) ?? { back: null }
    expect(now).toEqual(same)
    expect(back).toMatchObject({ ...told })
    expect(told).not.toBeNull()
    expect(Object.keys(told ?? {})).not.toContain('state')
    expect(Object.values(still.people).map(({ name }) => name)).toEqual(['Ana', 'Bruno', 'Chidi'])
  })

  test('N-H26 one that was had already is not sent again, for as long as nothing happened', async () => {
    const first = await take(`?as=${made.person}`)
    const tag = String(first.headers.etag)
    expect([first.status, tag]).toEqual([
      200,
      expect.stringMatching(new RegExp(`^"${PROTOCOL}\\.${first.read().seq}\\.[\\w-]{16}"$`)),
    ])
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const again = await take(`?as=${made.person}`, { 'if-none-match': tag })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', tag])
    for (const other of [tag.replace(`${PROTOCOL}.`, `${PROTOCOL - 1}.`), '"x"', tag.slice(1, -1)])
      expect((await take(`?as=${made.person}`, { 'if-none-match': other })).status).toBe(200)
    await does({ type: 'here', remote: false, for: null })
    const changed = await take(`?as=${made.person}`, { 'if-none-match': tag })
    expect([changed.status, changed.read().seq]).toEqual([200, first.read().seq + 1])
  })

  test('N-H26 a name that changed is something that happened, and one that is not in it is not', async () => {
    const tag = String((await take(`?as=${made.person}`)).headers.etag)
    const other = await madeCircle(served)
    await other.ana.post('/api/people/rename', {
      circle: other.circle,
      as: other.person,
      person: other.person,
      name: 'Anastasia',
    })
    expect((await take(`?as=${made.person}`, { 'if-none-match': tag })).status).toBe(304)
    const rename = (name: string) =>
      made.ana.post<object>('/api/people/rename', { circle: made.circle, as: made.person, person: made.person, name })
    expect(await rename('Anabel')).toMatchObject({ name: 'Anabel' })
    const renamed = await take(`?as=${made.person}`, { 'if-none-match': tag })
    expect([renamed.status, renamed.read().people[made.person]?.name]).toEqual([200, 'Anabel'])
    expect(await rename('Ana')).toMatchObject({ name: 'Ana' })
    expect((await take(`?as=${made.person}`)).headers.etag).toBe(tag)
  })

  test('N-H27 what is too large for a line is had from here, as small as the asker takes it', async () => {
    for (let n = 0; n < 12; n += 1) {
      await does({ type: 'item.add', title: `Item ${n}`, kind: 'decide' })
      const { items } = (await take(`?as=${made.person}`)).read().state as NonNullable<MeetingState>
      const item = items.at(-1)
      const fields = { ...noFields, text: `${n} `.repeat(2_500) }
      await does({ type: 'item.draft', item: item?.id, fields, over: item?.written })
    }
    const line = await enter(`http://127.0.0.1:${served.port}`, made.ana.cookie)
    const started = await line.start(made.meeting, made.person)
    expect(Object.keys(started).sort()).toEqual(['now', 'ok', 'seq'])
    line.socket.disconnect()
    const plain = await take(`?as=${made.person}&fold=1`)
    expect(plain.read().seq).toBe(started.seq)
    expect(plain.text.length).toBeGreaterThan(64_000)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const cookie = made.ana.cookie ?? ''
    const where = `${path}?as=${made.person}&fold=1`
    for (const [accepted, used, open] of [
      ['br', 'br', brotliDecompressSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip;q=0.8', 'gzip', gunzipSync],
    ] as const) {
      const { how, body } = await bytes(where, { cookie, 'accept-encoding': accepted })
      expect([accepted, how]).toEqual([accepted, used])
      expect(body.length).toBeLessThan(plain.text.length / 10)
      const { now: _, ...same } = JSON.parse(open(body).toString())
      const { now: __, ...wanted } = plain.read()
      expect(same).toEqual(wanted)
    }
    expect((await bytes(where, { cookie, 'accept-encoding': 'zstd, identity' })).how).toBe('')
  })

  test('N-H28 nobody reads as another, without a device, or what they may not follow', async () => {
    const other = await madeCircle(served)
    const stranger = browser(served)
    const { screen } = await made.ana.get<{ screen: string }>(`/api/circles/${made.circle}/link`)
    await stranger.post('/api/links/open', { link: screen })
    const screens = { cookie: stranger.cookie ?? '' }
    const no = async (query: string, headers: Readonly<Record<string, string>>, where = path) => {
      const { status, text, headers: told } = await take(query, headers, where)
      expect(told.etag).toBeUndefined()
      return [status, JSON.parse(text).reason]
    }
    expect(await no('', { cookie: '' })).toEqual([401, 'unauthenticated'])
    expect(await no(`?as=${made.person}`, { cookie: `dev=${'A'.repeat(43)}` })).toEqual([401, 'unauthenticated'])
    expect(await no(`?as=${other.person}`, {})).toEqual([403, 'not_yours'])
    expect(await no(`?as=${made.person}`, screens)).toEqual([403, 'not_yours'])
    const theirs = { cookie: other.ana.cookie ?? '' }
    expect(await no(`?as=${other.person}`, theirs)).toEqual([404, 'not_found'])
    expect(await no('', theirs)).toEqual([404, 'not_found'])
    expect(await no('', {}, '/api/streams/m_aaaaaaaaaaaaaaaa/state')).toEqual([404, 'not_found'])
    expect(await no('', {}, '/api/streams/constructor/state')).toEqual([404, 'not_found'])
    // Known or not, what may not be followed says nothing of how far it is.
    const tag = { ...theirs, 'if-none-match': String((await take('')).headers.etag) }
    expect(await no('', tag)).toEqual([404, 'not_found'])
    for (const query of ['?as=ana', '?fold=2', '?fold=', '?more=1', `?as=${made.person}&as=${other.person}`])
      expect([query, (await take(query)).status]).toEqual([query, 400])
    for (const query of ['', '?as=']) expect((await take(query, screens)).status).toBe(200)
  })

  test('N-H29 what is sealed, and who is named in it, is for its readers alone', async () => {
    const parlour = await openRoom()
    const { house } = parlour
    const dara = 'p_dddddddddddddddd'
    await house.store.people.addPerson({ id: dara, community, name: 'Dara', hint: null })
    await parlour.run({ type: 'whisper', to: bo, text: dara })
    const read = async (as: string, query = '') => {
      const cookie = await house.device(...(as === '' ? [] : [as]))
      const answer = await fetch(`${house.url}/api/streams/${room}/state?as=${as}${query}`, { headers: { cookie } })
      return answer.text()
    }
    for (const query of ['', '&fold=1']) {
      for (const person of [ana, bo]) expect(await read(person, query)).toContain('"Dara"')
      for (const person of [cleo, '']) {
        const text = await read(person, query)
        expect(JSON.parse(text)).toMatchObject({ seq: 2, people: { [ana]: {}, [bo]: {}, [cleo]: {} } })
        expect(text).not.toMatch(/Dara|p_dddd/)
      }
    }
    await parlour.close()
  })

  test('N-D1 asking for states costs the device that asks', async () => {
    const phone = browser(served)
    await phone.post('/api/links/open', { link: made.fragment })
    const asks = Array.from({ length: 25 }, () => served.ask(path, { headers: { cookie: phone.cookie ?? '' } }))
    const statuses = (await Promise.all(asks)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await take('')).status).toBe(200)
  })
})
