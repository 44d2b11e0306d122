import type { Fold, News } from '../../server/host/folds.ts'
import type { Streams } from '../../server/host/streams.ts'
import { createHost, type Host } from '../../server/host.ts'
import { beginning } from '../../server/live/begin.ts'
import { createEncodings } from '../../server/live/encoded.ts'
import { framesOf } from '../../server/live/frames.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { Store } from '../../server/store/store.ts'
import type { Done, No } from '../../shared/protocol.ts'
import { accepted, addTap, isReady, receive, refused, takeState } from '../../shared/replica.ts'
import type { Typed } from '../../shared/stream.ts'
import type { Entry, PersonId, StreamId } from '../../shared/types.ts'
import { listLog } from '../live/bench.ts'
import { type Random, randomFrom, turn } from './dice.ts'
import { slowStore } from './slow-store.ts'
import { newViewer, type Viewer } from './viewer.ts'

interface Before {
  readonly stream: StreamId
  readonly kind: 'circle' | 'meeting'
  readonly by: PersonId
  /** The command itself, or made from the stream's state. */
  readonly command: Typed | ((state: unknown) => Typed)
}

/** What is played in the storm. */
export interface Weather {
  readonly streams: Streams
  readonly stream: StreamId
  /** Commands that bring the stream, and what it needs, into being. */
  readonly before: readonly Before[]
  /** Who holds a replica; null is a screen. */
  readonly viewers: readonly (PersonId | null)[]
  /** Something this person could tap now; null for nothing. */
  plausible(state: unknown, person: PersonId, random: Random): Typed | null
}

export interface Tally {
  taps: number
  yes: number
  no: number
  lost: number
  cuts: number
  doubled: number
  restarts: number
  /** Numbers that the other host had taken. */
  races: number
  gaps: number
  folded: number
}

const atOnce = 2

/** One store, two hosts, and viewers on lines that are late, doubled, cut and lost. Everything comes from the seed. */
export class Storm {
  readonly store: Store
  readonly viewers: Viewer[]
  readonly tally: Tally = {
    taps: 0,
    yes: 0,
    no: 0,
    lost: 0,
    cuts: 0,
    doubled: 0,
    restarts: 0,
    races: 0,
    gaps: 0,
    folded: 0,
  }
  readonly log = listLog()
  private readonly weather: Weather
  private readonly random: Random
  private readonly hosts: Host[] = []
  /** Of all hosts, though one may lag: nobody may be given less or more by it than they are due. */
  private readonly encodings = createEncodings()
  private clock = Date.UTC(2026, 3, 14, 17, 30)
  private ids = 0

  constructor(weather: Weather, seed: number) {
    this.weather = weather
    this.random = randomFrom(seed)
    this.store = slowStore(memoryStore(), this.random, () => {
      this.tally.races += 1
    })
    const rules = weather.streams.of('meeting')
    if (!rules) throw new Error('There is no such stream.')
    this.viewers = weather.viewers.map((person) => newViewer(rules, person))
    for (let n = 0; n < atOnce; n += 1) this.hosts.push(this.newHost(n))
  }

  async begin(): Promise<void> {
    for (const { stream, kind, by, command } of this.weather.before) {
      const begins = { kind, community: 'v_one' }
      const state = (await this.hosts[0]!.look(stream))?.state
      const made = typeof command === 'function' ? command(state) : command
      const answer = await this.hosts[0]!.run({ stream, by, id: this.newId(), command: made, begins })
      if (!answer.ok) throw new Error(`${made.type}: ${answer.reason}`)
    }
    for (const viewer of this.viewers) this.connect(viewer)
  }

  /** One turn of the crank. */
  async step(): Promise<void> {
    const viewer = this.viewers[this.random(this.viewers.length)]!
    const dice = this.random(100)
    this.clock += this.random(3_000)
    if (dice < 32) this.tap(viewer)
    else if (dice < 60) viewer.up.shift()?.()
    else if (dice < 86) this.hear(viewer)
    else if (dice < 90) this.lose(viewer)
    else if (dice < 93) this.double(viewer)
    else if (dice < 95) this.cut(viewer)
    else if (dice < 99 && !viewer.isConnected) this.connect(viewer)
    else if (dice === 99 && this.random(4) === 0) this.restart(this.random(atOnce))
    for (let n = this.random(3); n > 0; n -= 1) await turn()
  }

  /** The weather clears: everyone comes home and hears everything. */
  async home(): Promise<void> {
    for (let round = 0; round < 300; round += 1) {
      for (const viewer of this.viewers) {
        if (!viewer.isConnected) this.connect(viewer)
        while (viewer.up.length > 0) viewer.up.shift()?.()
      }
      for (let n = 0; n < 6; n += 1) await turn()
      for (const viewer of this.viewers) while (viewer.down.length > 0) this.hear(viewer)
      for (const viewer of this.viewers) this.sendReady(viewer)
      const head = (await this.fold()).seq
      const isQuiet = this.viewers.every(
        ({ copy, up, down }) => copy.taps.length === 0 && copy.seq === head && up.length + down.length === 0,
      )
      if (isQuiet) return
      // Reading on finds what another host wrote; a head shows a viewer what was lost on the line.
      for (const host of this.hosts) await host.look(this.weather.stream)
      for (const viewer of this.viewers) {
        const isIdle = viewer.up.length + viewer.down.length === 0
        if (isIdle && viewer.hasBegun && viewer.copy.seq !== head) this.start(viewer)
      }
    }
    throw new Error('Somebody did not find home.')
  }

  async fold(): Promise<Fold> {
    const fold = await this.hosts[0]!.look(this.weather.stream)
    if (!fold) throw new Error('The stream is gone.')
    return fold
  }

  private newHost(n: number): Host {
    const { streams, stream } = this.weather
    const host = createHost({
      store: this.store,
      streams,
      log: this.log,
      now: () => this.clock,
      seed: () => 7,
      heads: this.store.heads,
      unreachable: async () => ({}),
    })
    host.listen((news) => {
      if (news.fold.stream === stream && this.hosts[n] === host) this.announce(n, news)
    })
    return host
  }

  private announce(n: number, { fold, entries }: News): void {
    const { everyone, readers, of } = framesOf(fold.rules, entries)
    for (const viewer of this.viewers) {
      if (viewer.host !== n || !viewer.isConnected) continue
      const { person } = viewer
      viewer.down.push({ is: 'entries', entries: person !== null && readers.has(person) ? of(person) : everyone })
    }
  }

  private tap(viewer: Viewer): void {
    const { person, copy } = viewer
    if (person === null || copy.seq === null || copy.taps.length > 5) return
    const command = this.weather.plausible(copy.visible, person, this.random)
    if (command === null) return
    this.tally.taps += 1
    viewer.copy = addTap(copy, { id: this.newId(), command, at: this.clock })
    this.sendReady(viewer)
  }

  /** Sends every tap that waits for nothing and did not go out on this connection yet. */
  private sendReady(viewer: Viewer): void {
    if (!viewer.isConnected || !viewer.hasBegun) return
    for (const tap of viewer.copy.taps) {
      if (!isReady(tap) || tap.done !== null || viewer.sent.has(tap.id)) continue
      viewer.sent.add(tap.id)
      this.send(viewer, tap.id, tap.command)
    }
  }

  private send(viewer: Viewer, id: string, command: Typed): void {
    const { line, person, host } = viewer
    viewer.up.push(() => {
      if (viewer.line !== line || person === null) return
      void this.hosts[host]!.run({ stream: this.weather.stream, by: person, id, command }).then((answer) => {
        if (viewer.line === line) viewer.down.push({ is: 'answer', id, answer })
      })
    })
  }

  /** A frame of entries goes missing. */
  private lose(viewer: Viewer): void {
    const at = viewer.down.findIndex(({ is }) => is === 'entries')
    if (at < 0) return
    viewer.down.splice(at, 1)
    this.tally.lost += 1
  }

  private double(viewer: Viewer): void {
    const sent = viewer.copy.taps.filter(({ id }) => viewer.sent.has(id))
    this.tally.doubled += sent.length
    for (const { id, command } of sent) this.send(viewer, id, command)
  }

  private cut(viewer: Viewer): void {
    if (viewer.isConnected) this.tally.cuts += 1
    viewer.line += 1
    viewer.isConnected = false
    viewer.hasBegun = false
    viewer.up = []
    viewer.down = []
    viewer.sent.clear()
  }

  private connect(viewer: Viewer): void {
    this.cut(viewer)
    viewer.isConnected = true
    viewer.host = this.random(atOnce)
    this.start(viewer)
  }

  private start(viewer: Viewer): void {
    const { line, host, person } = viewer
    viewer.hasBegun = false
    viewer.up.push(() => {
      const after = viewer.copy.seq
      void this.hosts[host]!.look(this.weather.stream).then((fold) => {
        if (viewer.line !== line || !fold) return
        const due = beginning(this.encodings, fold, person, { after, plain: false })
        viewer.down.push({ is: 'begun', seq: fold.seq, what: due?.what ?? null })
      })
    })
  }

  private hear(viewer: Viewer): void {
    const message = viewer.down.shift()
    if (!message) return
    if (message.is === 'answer') this.hearAnswer(viewer, message.id, message.answer)
    else if (message.is === 'begun') {
      if (message.what === null) throw new Error('A viewer has seen more than there is.')
      viewer.hasBegun = true
      const { state, at = 0, entries = [] } = message.what
      if (state !== undefined) {
        viewer.copy = takeState(viewer.copy, { seq: at, state })
        viewer.seen.push(at)
      }
      this.take(viewer, entries)
      this.sendReady(viewer)
    } else if (viewer.hasBegun) this.take(viewer, message.entries)
  }

  private take(viewer: Viewer, entries: readonly Entry<unknown>[]): void {
    const before = viewer.copy.seq
    const { replica, gap } = receive(viewer.copy, entries)
    viewer.copy = replica
    this.tally.folded += (replica.seq ?? 0) - (before ?? 0)
    if (replica.seq !== null && replica.seq !== before) viewer.seen.push(replica.seq)
    if (!gap) return
    this.tally.gaps += 1
    this.start(viewer)
  }

  private hearAnswer(viewer: Viewer, id: string, answer: Done | No): void {
    viewer.answers.set(id, [...(viewer.answers.get(id) ?? []), answer])
    if (answer.ok) {
      this.tally.yes += 1
      viewer.copy = accepted(viewer.copy, id, answer.seq)
    } else if (!answer.retryable) {
      this.tally.no += 1
      viewer.copy = refused(viewer.copy, id).replica
    } else viewer.sent.delete(id)
    this.sendReady(viewer)
  }

  /** A host is gone with all it remembered; those on its lines notice. */
  private restart(n: number): void {
    this.tally.restarts += 1
    this.hosts[n] = this.newHost(n)
    for (const viewer of this.viewers) if (viewer.host === n) this.cut(viewer)
  }

  private newId(): string {
    this.ids += 1
    return `storm-command-${String(this.ids).padStart(6, '0')}`
  }
}
