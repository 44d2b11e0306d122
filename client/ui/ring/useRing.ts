import type { RefObject } from 'react'
import { useLayoutEffect, useMemo, useState } from 'react'
import {
  type Frame,
  fitRing,
  hasNames,
  LONGEST,
  pointOn,
  type Shape,
  type Side,
  type Surface,
  shareOf,
  sideOf,
  type Trace,
  traceRing,
} from './geometry.ts'
import { type Measured, useMeasure } from './useMeasure.ts'

const usual: Record<Surface, Measured> = {
  phone: { width: 320, height: 256 },
  laptop: { width: 780, height: 576 },
  room: { width: 1920, height: 1080 },
}
/** Under this many rem a ring cannot hold its words any more: they stand alone. */
const NARROW = { phone: 11.2, laptop: 26, room: 0 } as const

type Boxes = { box: RefObject<HTMLElement | null>; probe: RefObject<HTMLElement | null> }
type What = { surface: Surface; small?: boolean; count: number; base: number }

export type Drawn = { shape: Shape; trace: Trace; flat: boolean; named: boolean; besides: boolean[]; label: Measured }

/** Room for facts that come and go, so that the ring keeps its size when they do. */
function reserve(names: Measured, rem: number, surface: Surface): Measured {
  if (surface !== 'laptop') return { width: names.width, height: Math.max(names.height, rem) }
  return { width: Math.max(names.width, rem * 5.6), height: Math.max(names.height, rem * 2.26) }
}

/** The largest name as it would stand uncut, in strong letters; the longest of those beside the ring decides. */
function useNames(box: Boxes['box'], most: number): Measured {
  const [largest, setLargest] = useState<Measured>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const names = [...(box.current?.querySelectorAll<HTMLElement>('bdi[title]') ?? [])]
    const beside = names.filter((name) => name.closest('[data-beside]'))
    const width = Math.min(most, Math.max(0, ...beside.map((name) => name.scrollWidth)))
    const height = Math.max(0, ...names.map((name) => name.offsetHeight))
    setLargest((old) => (old.width === width && old.height === height ? old : { width, height }))
  })
  return largest
}

function sides(frame: Frame, base: number): Side[] {
  const shape = fitRing({ ...frame, label: { width: 0, height: 0 } })
  const trace = traceRing(shape)
  return Array.from({ length: frame.count }, (_, index) =>
    sideOf(pointOn(trace, shareOf(index, base, frame.count)), shape),
  )
}

/** Measures the room there is and the names there are, and lays the ring into it. */
export function useRing({ box, probe }: Boxes, { surface, small, count, base }: What): Drawn {
  const { width, height } = useMeasure(box) ?? (small ? { width: 120, height: 120 } : usual[surface])
  const rem = useMeasure(probe)?.width ?? 17
  const names = useNames(box, width * LONGEST)
  const label = reserve(names, rem, surface)
  const flat = !small && Math.min(width, usual[surface].width) / rem < NARROW[surface]
  const drawn = useMemo(() => {
    const frame = { surface, small, width, height, count, label: { width: label.width, height: label.height } }
    const shape = fitRing(frame)
    const besides = sides(frame, base).map((side) => side === 'l' || side === 'r')
    return { shape, trace: traceRing(shape), besides }
  }, [surface, small, width, height, count, base, label.width, label.height])
  return { ...drawn, flat, label, named: hasNames({ surface, small, count }) && !flat }
}
