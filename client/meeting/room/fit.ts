import { type RefObject, useLayoutEffect, useState } from 'react'

/** Letters for the matter, in rem (a twentieth of the height): from large down to the floor one can read at eight metres. */
export const letters = [1.5, 1.36, 1.22, 1.1, 1] as const

/** Letters reach a little over the line they stand on: that is not too long yet, another line is. */
function holds(frame: HTMLElement): boolean {
  return frame.scrollHeight <= frame.clientHeight + window.innerHeight / 80
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`
}

/** Calls `look` now, after every change of what is shown, and when the frame changes its size. */
function useLooking(ref: RefObject<HTMLElement | null>, look: (element: HTMLElement) => void): void {
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    look(element)
    if (typeof ResizeObserver === 'undefined') return
    let size = sizeOf(element)
    // It also calls when it begins to observe, when nothing has changed yet: looking costs a layout for each letter.
    const observer = new ResizeObserver(() => {
      if (size === sizeOf(element)) return
      size = sizeOf(element)
      look(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  })
}

/** Gives `--fit` the largest letters with which everything in the frame can be seen; `onOver` if even the smallest do not do. */
export function useFit(ref: RefObject<HTMLElement | null>, onOver: () => void): void {
  useLooking(ref, (frame) => {
    const fits = letters.some((size) => {
      frame.style.setProperty('--fit', `${size}rem`)
      return holds(frame)
    })
    if (!fits) onOver()
  })
}

export interface Paged {
  readonly pages: number
  /** Height of a page in pixels: whole lines only. */
  readonly height: number
}

type Part = RefObject<HTMLElement | null>

/** Letters as large as fit; from the floor on, whole pages. `words` grows within `clip`, which shows one page in `frame`. */
export function usePaged({ frame, clip, words }: { frame: Part; clip: Part; words: Part }): Paged {
  const [paged, setPaged] = useState<Paged>({ pages: 1, height: 0 })
  useLooking(frame, (box) => {
    const [inner, view] = [words.current, clip.current]
    if (!inner || !view) return
    view.style.blockSize = ''
    const fits = letters.some((size) => {
      box.style.setProperty('--fit', `${size}rem`)
      return holds(box)
    })
    const line = Number.parseFloat(getComputedStyle(inner).lineHeight) || 1
    const lines = Math.max(1, Math.floor(box.clientHeight / line))
    const next = fits
      ? { pages: 1, height: 0 }
      : { pages: Math.ceil(Math.round(inner.scrollHeight / line) / lines), height: lines * line }
    view.style.blockSize = fits ? '' : `${next.height}px`
    setPaged((old) => (old.pages === next.pages && old.height === next.height ? old : next))
  })
  return paged
}

/** How long a page of so many signs is shown: read aloud, and then some. */
export function readingTime(signs: number): number {
  return Math.max(10_000, signs * 75)
}
