import { type ComponentType, use } from 'react'

const all: (() => Promise<unknown>)[] = []

/**
 * A part of a screen that comes after the first load. Once it is here it renders at once, without a gap;
 * `fetchLater` brings all of them while there is nothing else to do, so that a phone that goes offline has them.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<ComponentType<Props>> | null = null
  function fetch(): Promise<ComponentType<Props>> {
    loading ??= load().then(
      (part) => {
        loaded = part
        return part
      },
      (error) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  all.push(fetch)
  return function Later(props: Props) {
    const Part = loaded ?? use(fetch())
    return <Part {...props} />
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
