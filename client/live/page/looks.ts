import { useSyncExternalStore } from 'react'
import { browserKept } from './browser-storage.ts'

export const sizes = ['0', '1', '2'] as const
export const themes = ['auto', 'light', 'dark', 'contrast'] as const

/** How large letters are and in which colours, on this device. */
export interface Looks {
  readonly size: (typeof sizes)[number]
  readonly theme: (typeof themes)[number]
}

const listeners = new Set<() => void>()
let looks: Looks = read()

function read(): Looks {
  const size = browserKept.read('size')
  const theme = browserKept.read('theme')
  return {
    size: sizes.find((each) => each === size) ?? '0',
    theme: themes.find((each) => each === theme) ?? 'auto',
  }
}

function show({ size, theme }: Looks): void {
  const { dataset } = document.documentElement
  dataset.theme = theme
  if (size === '0') delete dataset.text
  else dataset.text = size
}

/** Shows the page as this device had it last. Once, before anything is drawn. */
export function startLooks(): void {
  looks = read()
  show(looks)
}

export function setLooks(change: Partial<Looks>): void {
  looks = { ...looks, ...change }
  browserKept.write('size', looks.size)
  browserKept.write('theme', looks.theme)
  show(looks)
  for (const listener of listeners) listener()
}

export function useLooks(): Looks {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => looks,
  )
}
