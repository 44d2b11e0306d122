import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { CircleState } from '../../../shared/circle/types.ts'
import type { DecisionLine, DecisionPage } from '../../../shared/http.ts'
import type { No } from '../../../shared/protocol.ts'
import type { CircleId } from '../../../shared/types.ts'
import { useLive } from '../../live/context.tsx'
import { decisionPage, decisionPages } from './pages.ts'

const again = 2000

/** The decision log as far as it has been loaded. */
export interface Log {
  /** Newest first; null until the first page has come. */
  readonly lines: readonly DecisionLine[] | null
  readonly more: boolean
  readonly no: No | null
  readonly search: (words: string) => void
  readonly showMore: () => void
}

interface Loaded extends Pick<DecisionPage, 'decisions' | 'more'> {
  readonly words: string
}

/** Whatever in a circle's state lets its pages be out of date when it changes; null until the state has come. */
function newsOf(circle: CircleState): string | null {
  if (!circle) return null
  const windows = circle.windows.map(({ id, delivered, words }) => `${id} ${delivered} ${words.length}`)
  return [circle.count.decisions, ...windows].join()
}

/** A decision was made after the page was. */
function isBehind(loaded: Loaded | null, circle: CircleState): boolean {
  if (!loaded || !circle || loaded.words !== '') return false
  return Number(loaded.decisions[0]?.id.slice(1) ?? 0) < circle.count.decisions
}

/** The decision log by pages: asked for at once, and again when the circle's state tells of something new. */
export function useLog(circle: CircleId, state: CircleState): Log {
  const live = useLive()
  const [words, search] = useState('')
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [turn, reload] = useReducer((n: number) => n + 1, 0)
  const shown = useRef<Loaded | null>(null)
  shown.current = loaded
  const asked = useRef({})

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks anew
  useEffect(() => {
    const mine = {}
    asked.current = mine
    let timer: ReturnType<typeof setTimeout> | undefined
    const atLeast = shown.current?.words === words ? shown.current.decisions.length : 0
    void decisionPages(circle, words, atLeast).then((page) => {
      if (asked.current !== mine) return
      setNo(page.ok || page.retryable ? null : page)
      if (page.ok) {
        live.know(page.people)
        setLoaded({ ...page, words })
      } else if (page.retryable) timer = setTimeout(reload, Math.max(again, page.retryAfterMs ?? 0))
    })
    return () => {
      asked.current = {}
      clearTimeout(timer)
    }
  }, [live, circle, words, turn])

  const news = newsOf(state)
  const heard = useRef<string | null>(null)
  useEffect(() => {
    if (heard.current !== null && heard.current !== news) reload()
    heard.current = news
  }, [news])
  const behind = isBehind(loaded, state)
  useEffect(() => {
    if (behind) reload()
  }, [behind])

  const showMore = useCallback(async () => {
    const before = shown.current
    if (!before) return
    const page = await decisionPage(circle, before.words, before.decisions.at(-1)?.id)
    // What was loaded anew meanwhile has an end of its own.
    if (shown.current !== before) return
    setNo(page.ok ? null : page)
    if (!page.ok) return
    live.know(page.people)
    setLoaded({ ...before, more: page.more, decisions: [...before.decisions, ...page.decisions] })
  }, [live, circle])

  return { lines: loaded?.decisions ?? null, more: loaded?.more ?? false, no, search, showMore: () => void showMore() }
}
