import { useEffect, useState } from 'react'
import type { CircleId } from '../../shared/types.ts'
import { get } from '../live/http/http.ts'

interface Links {
  readonly join: string
  /** Opens the picture for the wall; a screen itself is not given it. */
  readonly screen?: string
}

/** The ways into the circle; null until they have come. */
export function useLinks(circle: CircleId): Links | null {
  const [links, set] = useState<Links | null>(null)
  useEffect(() => {
    let wanted = true
    get<Links>(`/api/circles/${circle}/link`).then((answer) => {
      if (wanted && answer.ok) set(answer)
    })
    return () => {
      wanted = false
    }
  }, [circle])
  return links
}

/** The circle's join link; null until it has come. */
export function useJoin(circle: CircleId): string | null {
  return useLinks(circle)?.join ?? null
}

/** The link as dark and light squares; null until the drawing has come. */
export function useMatrix(link: string | null): boolean[][] | null {
  const [drawn, set] = useState<{ link: string; matrix: boolean[][] } | null>(null)
  useEffect(() => {
    if (link === null) return
    let wanted = true
    import('uqr').then(({ encode }) => {
      if (wanted) set({ link, matrix: encode(link, { ecc: 'M', border: 0 }).data })
    })
    return () => {
      wanted = false
    }
  }, [link])
  return drawn !== null && drawn.link === link ? drawn.matrix : null
}
