import type { ComponentType } from 'react'

const all: (() => Promise<unknown>)[] = []

/**
 * A part of a screen that comes after the first load. Once it is here it renders at once, without a gap;
 * `fetchLater` brings all of them while there is nothing else to do, so that a phone that goes offline has them.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  let failed: { readonly why: unknown } | null = null
  function fetch(): Promise<void> {
    loading ??= load()
      .then((part) => {
        loaded = part
      })
      .finally(() => {
        loading = null
      })
    return loading
  }
  all.push(fetch)
  return function Later(props: Props) {
    const Part = loaded
    if (Part) return <Part {...props} />
    if (failed) throw failed.why
    throw fetch().catch((why) => {
      failed = { why }
    })
  }
}

/** Brings what this page may need later. What cannot come now is asked for again when it is needed. */
export async function fetchLater(): Promise<void> {
  // What comes may bring parts of its own.
  for (let known = 0; known < all.length; ) {
    const fresh = all.slice(known)
    known = all.length
    await Promise.allSettled(fresh.map((fetch) => fetch()))
  }
}
