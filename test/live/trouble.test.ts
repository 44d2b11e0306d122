import { expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memory.ts'
import { StoreError } from '../../server/store/store.ts'
import { enter } from './house.ts'
import { madeCircle, serve } from './serving.ts'

const bare = 'SQLITE_IOERR: disk I/O error in device_person'

/** A house whose store can be made to fail, whatever it is asked about people. */
async function failing() {
  const memory = memoryStore()
  let trouble: StoreError | null = null
  const people = new Proxy(memory.people, {
    get(target, name, self) {
      const work: unknown = Reflect.get(target, name, self)
      if (typeof work !== 'function') return work
      return (...args: readonly unknown[]) => (trouble ? Promise.reject(trouble) : work.apply(target, args))
    },
  })
  const served = await serve({ store: { ...memory, people } })
  const made = await madeCircle(served)
  function fail(error: StoreError | null): void {
    trouble = error
  }
  return { served, made, fail }
}

test.each([
  ['unavailable', 503],
  ['storage_full', 503],
] as const)('F-20 a store that says %s is said as that, over HTTP and on the line, in words', async (code, status) => {
  const { served, made, fail } = await failing()
  const url = `http://127.0.0.1:${served.port}`
  const line = await enter(url, made.ana.cookie)
  const no = { ok: false, code, reason: code, retryable: true }
  fail(new StoreError(code, 'The disk says no.', new Error(bare)))
  const answer = await served.ask('/api/me', { headers: { cookie: made.ana.cookie ?? '' } })
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, no])
  const name = { circle: made.circle, as: made.person, name: 'Dara' }
  const added = await made.ana.post('/api/people', name)
  expect(added).toMatchObject(no)
  const started = await line.start(made.meeting, made.person)
  expect(started).toMatchObject(no)
  const refused = await enter(url, made.ana.cookie).catch((error) => error)
  expect(refused.data).toMatchObject({ ...no, code: 'unavailable', reason: 'unavailable' })
  expect(JSON.stringify([answer.text, added, started, refused.data])).not.toMatch(/disk|SQLITE|device_person/)
  // Whoever runs the server is told why, in one of our own sentences, and by what it is found.
  const lines = served.log.lines.filter(
    ({ level, fields }) => level === 'error' && fields.cause === 'The disk says no.',
  )
  expect(lines.map(({ fields }) => fields.ref)).toContain(started.ref)
  expect(JSON.stringify(served.log.lines)).not.toContain(bare)
  fail(null)
  expect(await line.start(made.meeting, made.person)).toMatchObject({ ok: true })
  line.socket.disconnect()
  await served.stop()
})
