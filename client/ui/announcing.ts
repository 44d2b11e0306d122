/** Time as the queue sees it; a test brings its own. */
export type Ticker = { now(): number; after(ms: number, run: () => void): () => void }

export type Message = { text: string; urgent: boolean; topic?: string }

/** One message in three seconds, and none while somebody types. */
export const GAP = 3000
const TYPING = 1000
/** What has waited longer is no news any more; urgent messages stay. */
const STALE = 12_000

export type Announcements = {
  add(message: Message): void
  /** Somebody pressed a key in a text field. */
  typed(): void
  stop(): void
}

type Waiting = Message & { since: number }

/** A queue before the two live regions: no doubles, the newest of a topic, urgent ones first, never in a hurry. */
export function announcements(ticker: Ticker, say: (message: Message | null) => void): Announcements {
  let waiting: Waiting[] = []
  let last: { text: string; at: number } | null = null
  let typedAt = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null

  function readyAt(): number {
    return Math.max(last ? last.at + GAP : 0, typedAt + TYPING)
  }
  function plan(): void {
    cancel?.()
    cancel = ticker.after(Math.max(0, readyAt() - ticker.now()), turn)
  }
  function turn(): void {
    cancel = null
    const now = ticker.now()
    if (now < readyAt()) {
      plan()
      return
    }
    waiting = waiting.filter((message) => message.urgent || now - message.since <= STALE)
    const next = waiting.find((message) => message.urgent) ?? waiting[0]
    if (!next) {
      last = null
      say(null)
      return
    }
    waiting = waiting.filter((message) => message !== next)
    last = { text: next.text, at: now }
    say(next)
    plan()
  }
  return {
    add(message) {
      if (last?.text === message.text || waiting.some(({ text }) => text === message.text)) return
      waiting = waiting.filter(({ topic }) => topic === undefined || topic !== message.topic)
      waiting.push({ ...message, since: ticker.now() })
      if (!cancel) plan()
    },
    typed() {
      typedAt = ticker.now()
    },
    stop() {
      cancel?.()
    },
  }
}
