import { type ComponentType, useSyncExternalStore } from 'react'

type Held<Part> = { readonly part: Part } | { readonly why: unknown } | null

/** A part of the app that comes after the first load, and stays once it is here. */
export interface Later<Part> {
  /** Brings it. What could not come is asked for again. */
  fetch(): Promise<void>
  /** Brings it for a screen that waits for it, and calls back when it is here or cannot come. */
  watch(tell: () => void): () => void
  held(): Held<Part>
}

const ahead: Later<unknown>[] = []

/** It comes when it is asked for. */
export function onDemand<Part>(load: () => Promise<Part>): Later<Part> {
  let held: Held<Part> = null
  let loading: Promise<void> | null = null
  function fetch(): Promise<void> {
    if (held && 'part' in held) return Promise.resolve()
    loading ??= load()
      .then((part) => {
        held = { part }
      })
      .finally(() => {
        loading = null
      })
    return loading
  }
  return {
    fetch,
    held: () => held,
    watch(tell) {
      let isWatched = true
      // Of a failure hears only who still waits for it: whoever comes later asks again.
      const failed = (why: unknown) => {
        if (isWatched) held = { why }
      }
      if (held === null)
        void fetch()
          .catch(failed)
          .then(() => isWatched && tell())
      return () => {
        isWatched = false
      }
    },
  }
}

/** It comes ahead, as soon as there is nothing else to do (`fetchLater`), so that a phone that goes offline has it. */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  const part = onDemand(load)
  ahead.push(part)
  return part
}

/**
 * Null until it is here; throws where it could not come. A screen that waits like this shows at once what came:
 * React itself would hold back whatever follows on a fallback for a third of a second.
 */
export function useLater<Part>({ watch, held }: Later<Part>): Part | null {
  const now = useSyncExternalStore(watch, held)
  if (now === null) return null
  if ('why' in now) throw now.why
  return now.part
}

/** The same as a component, with what stands there meanwhile. */
export function shown<Props extends object>(
  part: Later<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): ComponentType<Props> {
  return function Shown(props: Props) {
    const Part = useLater(part)
    return Part ? <Part {...props} /> : <Meanwhile />
  }
}

function Nothing() {
  return null
}

/** Brings what this page may need later. What cannot come now is asked for again when it is needed. */
export async function fetchLater(): Promise<void> {
  // What comes may bring parts of its own.
  for (let known = 0; known < ahead.length; ) {
    const fresh = ahead.slice(known)
    known = ahead.length
    await Promise.allSettled(fresh.map(({ fetch }) => fetch()))
  }
}
