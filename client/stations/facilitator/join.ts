import { useEffect, useState } from 'react'
import type { CircleId } from '../../../shared/types.ts'
import { get } from '../../live/http.ts'

/** The circle's join link; null until it has come. */
export function useJoin(circle: CircleId): string | null {
  const [link, set] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    get<{ join: string }>(`/api/circles/${circle}/link`).then((answer) => {
      if (wanted && answer.ok) set(answer.join)
    })
    return () => {
      wanted = false
    }
  }, [circle])
  return link
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
