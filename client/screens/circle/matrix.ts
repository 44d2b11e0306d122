import { useEffect, useState } from 'react'

/** A link as dark and light squares; null until the drawing has come. */
export function useMatrix(link: string): boolean[][] | null {
  const [drawn, setDrawn] = useState<{ link: string; matrix: boolean[][] } | null>(null)
  useEffect(() => {
    let wanted = true
    import('uqr').then(({ encode }) => {
      if (wanted) setDrawn({ link, matrix: encode(link, { ecc: 'M', border: 0 }).data })
    })
    return () => {
      wanted = false
    }
  }, [link])
  return drawn?.link === link ? drawn.matrix : null
}
