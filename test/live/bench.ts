import type { News } from '../../server/host/folds.ts'
import type { Ask } from '../../server/host/plan.ts'
import { createHost, type Host, type HostParts } from '../../server/host.ts'
import type { Log } from '../../server/log.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { Store } from '../../server/store/store.ts'
import type { ParlourCommand } from './parlour.ts'
import { parlours } from './parlour.ts'

export const community = 'v_one'
export const room = 'm_aaaaaaaaaaaaaaaa'
export const circle = 'c_aaaaaaaaaaaaaaaa'
export const ana = 'p_aaaaaaaaaaaaaaaa'
export const bo = 'p_bbbbbbbbbbbbbbbb'
export const cleo = 'p_cccccccccccccccc'

export interface Line {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A log that can be read again. */
export function listLog(): Log & { readonly lines: Line[] } {
  const lines: Line[] = []
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, message, fields: { ...fields } })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export interface Bench {
  readonly host: Host
  readonly store: Store
  readonly clock: { now: number }
  readonly log: ReturnType<typeof listLog>
  readonly news: News[]
}

export function bench(over: Partial<HostParts> = {}): Bench {
  const clock = { now: 1_000_000 }
  const log = listLog()
  const store = over.store ?? memoryStore()
  const news: News[] = []
  const usual = {
    store,
    streams: parlours,
    log,
    now: () => clock.now,
    seed: () => 7,
    heads: store.heads,
    unreachable: async () => ({}),
  }
  const host = createHost({ ...usual, ...over })
  host.listen((one) => void news.push(one))
  return { host, store, clock, log, news }
}

let count = 0

export function ask(command: ParlourCommand, more: Partial<Ask> = {}): Ask {
  count += 1
  return {
    stream: room,
    by: ana,
    id: `command-${String(count).padStart(12, '0')}`,
    command,
    begins: { kind: 'meeting', community },
    ...more,
  }
}

export const say = (text: string, more: Partial<Ask> = {}) => ask({ type: 'say', text }, more)

/** A store whose methods can be replaced for a while. */
export function loose(store: Store): Store & { readonly inner: Store; readonly over: Partial<Store> } {
  const over: Partial<Store> = {}
  return {
    over,
    inner: store,
    people: store.people,
    append: (batch) => (over.append ?? store.append)(batch),
    read: (stream, after, most) => (over.read ?? store.read)(stream, after, most),
    about: (stream) => (over.about ?? store.about)(stream),
    heads: (streams) => (over.heads ?? store.heads)(streams),
    streams: () => store.streams(),
    owing: () => (over.owing ?? store.owing)(),
    told: (stream, seq) => (over.told ?? store.told)(stream, seq),
    tidy: () => store.tidy(),
    close: () => store.close(),
  }
}
