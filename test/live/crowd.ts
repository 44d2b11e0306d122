import { io, type Socket } from 'socket.io-client'
import { PROTOCOL } from '../../shared/protocol.ts'
import type { CommandId, PersonId, Seq, StreamId } from '../../shared/types.ts'
import { commandId } from './house.ts'

export interface Member {
  readonly person: PersonId
  readonly stream: StreamId
  readonly cookie: string
}

interface Frame {
  readonly stream: StreamId
  readonly entries: readonly { readonly seq: Seq; readonly id: CommandId }[]
}

type Answer =
  | { ok: true; seq: Seq; at?: Seq; state?: unknown; entries?: Frame['entries'] }
  | { ok: false; code: string; reason: string; retryable: boolean; retryAfterMs?: number }

/**
 * Somebody who talks without pause: one command after the other, each sent again with its id until it is answered.
 * Keeps a journal of what was sent, answered and heard.
 */
export class Talker {
  readonly member: Member
  readonly sent: CommandId[] = []
  readonly acked = new Map<CommandId, Seq>()
  readonly heard: { readonly seq: Seq; readonly id: CommandId }[] = []
  /** What came in a state instead, where that was less to send than the entries. */
  readonly skipped: { readonly after: Seq; readonly at: Seq }[] = []
  readonly wrong: string[] = []
  reconnects = 0
  isFollowing = false
  private readonly socket: Socket
  private readonly next: (n: number) => object
  private isTalking = true
  private pending: { readonly id: CommandId; readonly command: object } | null = null
  private ended: (() => void) | null = null

  constructor(url: string, member: Member, next: (n: number) => object) {
    this.member = member
    this.next = next
    const extraHeaders = { cookie: member.cookie }
    const delays = { reconnectionDelay: 100, reconnectionDelayMax: 800, randomizationFactor: 0.8 }
    this.socket = io(url, { transports: ['websocket'], extraHeaders, forceNew: true, ...delays })
    this.socket.on('connect', () => this.follow())
    this.socket.on('disconnect', (reason) => {
      this.isFollowing = false
      this.reconnects += 1
      if (reason === 'io server disconnect') this.socket.connect()
    })
    this.socket.on('entries', (frame: Frame) => this.hear(frame.entries))
  }

  /** Says nothing new; resolves when everything said was answered. */
  finish(): Promise<void> {
    this.isTalking = false
    if (this.pending === null) return Promise.resolve()
    return new Promise((ended) => {
      this.ended = ended
    })
  }

  get head(): Seq {
    return Math.max(this.heard.at(-1)?.seq ?? 0, this.skipped.at(-1)?.at ?? 0)
  }

  leave(): void {
    this.socket.disconnect()
  }

  private follow(): void {
    const { stream, person } = this.member
    this.socket.emit('start', { protocol: PROTOCOL, stream, as: person, after: this.head }, (answer: Answer) => {
      if (!answer.ok) return this.later(answer, () => this.follow())
      const { at, state, entries } = answer
      if (entries === undefined) this.wrong.push('Nothing came that follows on what was heard.')
      if ((at === undefined) !== (state === undefined)) this.wrong.push('A state came without its number.')
      if (at !== undefined && at > this.head) this.skipped.push({ after: this.head, at })
      this.hear(entries ?? [])
      if (this.head < answer.seq) this.wrong.push(`Has ${this.head} of ${answer.seq}.`)
      this.isFollowing = true
      this.talk()
    })
  }

  private talk(): void {
    const { stream, person } = this.member
    if (this.pending === null && this.isTalking) {
      this.pending = { id: commandId(), command: this.next(this.sent.length) }
      this.sent.push(this.pending.id)
    }
    const { pending } = this
    if (pending === null) return
    this.socket.emit('command', { stream, as: person, ...pending }, (answer: Answer) => {
      if (this.pending !== pending) return
      if (!answer.ok && answer.retryable) return this.later(answer, () => this.talk())
      if (answer.ok) this.acked.set(pending.id, answer.seq)
      else this.wrong.push(`${answer.code} ${answer.reason}`)
      this.pending = null
      this.ended?.()
      this.talk()
    })
  }

  private later({ retryAfterMs = 100 }: { retryAfterMs?: number }, again: () => void): void {
    const line = this.socket.id
    setTimeout(() => {
      if (this.socket.connected && this.socket.id === line) again()
    }, retryAfterMs)
  }

  private hear(entries: Frame['entries']): void {
    for (const { seq, id } of entries) {
      if (seq <= this.head) continue
      if (seq === this.head + 1) this.heard.push({ seq, id })
      else if (this.isFollowing) this.wrong.push(`Heard ${seq} after ${this.head}.`)
    }
  }
}
