import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { type AnyCommand, type Done, type No, PROTOCOL, type Started } from '../../shared/protocol.ts'
import type { Entry, PersonId, StreamId } from '../../shared/types.ts'
import { filled, type Said } from './filled.ts'

type Answer = Record<string, unknown>

/** Somebody with a device: speaks HTTP and one socket, and folds what they are sent, as any client would. */
export class Visitor {
  readonly url: string
  cookie = ''
  person: PersonId | null = null
  state: MeetingState = null
  seq = 0
  stream: StreamId = ''
  /** Every byte that came in, to search for what should not have come. */
  readonly heard: string[] = []
  private socket: Socket | null = null

  constructor(url: string) {
    this.url = url
  }

  async post(path: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-commonround': '1', cookie: this.cookie }
    const answer = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const cookies = answer.headers.getSetCookie().map((c) => c.split(';')[0] ?? '')
    if (cookies.length > 0) this.cookie = cookies.join('; ')
    const said = (await answer.json()) as Answer
    if (said.ok === false) throw new Error(`${path}: ${JSON.stringify(said)}`)
    return said
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } })
    return answer.text()
  }

  /** Makes a circle and its first meeting; returns ids by name. */
  async founds(circle: string, name: string, decide: string, people: readonly string[]) {
    const made = (await this.post('/api/circles', { decide, name, circle, people, selfAdd: false })) as {
      circle: string
      meeting: string
      person: string
      link: string
    }
    this.person = made.person
    return made
  }

  /** Opens the join link and picks a name. */
  async joins(link: string, name: string): Promise<void> {
    const opened = (await this.post('/api/links/open', { link: link.split('#')[1] })) as {
      circle: string
      people: { person: string; name: string }[]
    }
    const one = opened.people.find((p) => p.name === name)
    if (!one) throw new Error(`${name} is not on the list`)
    await this.post('/api/people/claim', { circle: opened.circle, person: one.person })
    this.person = one.person
  }

  /** Follows a meeting from now on. */
  async follows(stream: StreamId): Promise<void> {
    this.stream = stream
    const options = { transports: ['websocket'], extraHeaders: { cookie: this.cookie }, forceNew: true }
    const socket = io(this.url, options)
    this.socket = socket
    socket.onAny((...all) => void this.heard.push(JSON.stringify(all)))
    socket.on('entries', (batch: { entries: readonly Entry<MeetingEvent>[] }) => this.take(batch.entries))
    socket.on('connect', () => {
      // Cut off by the line that goes it is asked once more when the line is back; anything else is a fault.
      this.start().catch((error) => {
        if (socket.connected) throw error
      })
    })
    await this.sees(() => this.state !== null)
  }

  private async start(): Promise<void> {
    const after = this.state ? this.seq : null
    const ask = { protocol: PROTOCOL, stream: this.stream, as: this.person, after }
    const started = (await this.socket?.timeout(10_000).emitWithAck('start', ask)) as Started | No
    this.heard.push(JSON.stringify(started))
    if (!started.ok) throw new Error(`start: ${JSON.stringify(started)}`)
    if (started.state !== undefined) {
      this.state = started.state as MeetingState
      this.seq = started.at ?? 0
    }
    this.take((started.entries ?? []) as readonly Entry<MeetingEvent>[])
  }

  private take(entries: readonly Entry<MeetingEvent>[]): void {
    for (const entry of entries) {
      if (entry.seq !== this.seq + 1) continue
      this.state = meetingStream.evolve(this.state, entry)
      this.seq = entry.seq
    }
  }

  /** Sends a command, with process, ask and turn as this screen shows them; the answer as it comes. */
  async sends(said: Said, id = randomBytes(12).toString('hex')): Promise<Done | No> {
    const command: AnyCommand = filled(this.state, said)
    const ask = { stream: this.stream, as: this.person, id, command }
    const answer = (await this.socket?.timeout(10_000).emitWithAck('command', ask)) as Done | No
    this.heard.push(JSON.stringify(answer))
    if (answer.ok) await this.sees(() => this.seq >= answer.seq)
    return answer
  }

  /** A command that must be accepted. */
  async does(said: Said): Promise<this> {
    const answer = await this.sends(said)
    if (!answer.ok) throw new Error(`${said.type}: ${answer.code} ${answer.reason}`)
    return this
  }

  /** Waits, within ten seconds, until this is so on this visitor's screen. */
  async sees(isIt: () => boolean): Promise<void> {
    const end = performance.now() + 10_000
    while (!isIt()) {
      if (performance.now() > end) throw new Error('waited in vain')
      await new Promise((next) => setTimeout(next, 5))
    }
  }

  leaves(): void {
    this.socket?.disconnect()
    this.socket = null
  }
}
