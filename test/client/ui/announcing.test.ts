import { beforeEach, describe, expect, test } from 'vitest'
import { type Announcements, announcements, GAP, type Ticker } from '../../../client/ui/announcing.ts'

let now = 0
let timers: { at: number; run: () => void }[] = []
let heard: { text: string; urgent: boolean; at: number }[] = []
let queue: Announcements

const ticker: Ticker = {
  now: () => now,
  after(ms, run) {
    const timer = { at: now + ms, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  },
}

function wait(ms: number): void {
  const end = now + ms
  for (;;) {
    const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
    if (!due) break
    timers = timers.filter((other) => other !== due)
    now = Math.max(now, due.at)
    due.run()
  }
  now = end
}

function add(text: string, how: { urgent?: boolean; topic?: string } = {}): void {
  queue.add({ text, urgent: how.urgent ?? false, topic: how.topic })
}

const texts = () => heard.map(({ text }) => text)

beforeEach(() => {
  now = 0
  timers = []
  heard = []
  queue = announcements(ticker, (message) => message && heard.push({ ...message, at: now }))
})

describe('what is announced', () => {
  test('is said at once when nothing was said just before', () => {
    add('Ines is speaking')
    wait(0)
    expect(texts()).toEqual(['Ines is speaking'])
  })

  test('comes one by one, three seconds apart', () => {
    for (const text of ['one', 'two', 'three', 'four']) add(text)
    wait(4 * GAP)
    expect(heard.map(({ at }) => at)).toEqual([0, GAP, 2 * GAP, 3 * GAP])
  })

  test('is not said twice while it waits or has just been said', () => {
    add('Saved')
    add('Saved')
    wait(1000)
    add('Saved')
    wait(5 * GAP)
    expect(texts()).toEqual(['Saved'])
    add('Saved')
    wait(GAP)
    expect(texts()).toEqual(['Saved', 'Saved'])
  })

  test('gives way to newer news of the same topic', () => {
    add('first')
    wait(0)
    add('Ines is speaking', { topic: 'speaker' })
    add('Greta is speaking', { topic: 'speaker' })
    wait(2 * GAP)
    expect(texts()).toEqual(['first', 'Greta is speaking'])
  })

  test('lets what is urgent go first, not faster', () => {
    add('first')
    wait(0)
    add('second')
    add('Your turn', { urgent: true })
    wait(3 * GAP)
    expect(heard).toMatchObject([
      { text: 'first', at: 0 },
      { text: 'Your turn', urgent: true, at: GAP },
      { text: 'second', at: 2 * GAP },
    ])
  })

  test('waits while somebody types', () => {
    queue.typed()
    add('Now: consent round')
    for (let key = 0; key < 10; key++) {
      wait(300)
      queue.typed()
    }
    expect(texts()).toEqual([])
    wait(1000)
    expect(texts()).toEqual(['Now: consent round'])
  })

  test('is dropped when it has grown old, unless it is urgent', () => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) add(text)
    wait(10 * GAP)
    expect(texts()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
