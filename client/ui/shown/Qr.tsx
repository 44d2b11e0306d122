import styles from './Qr.module.css'

const QUIET = 3

function path(matrix: readonly (readonly boolean[])[]): string {
  return matrix.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
}

/** Draws a code given as rows of dark and light; black on white in every theme, or cameras fail. */
export function Qr({ matrix, label, size }: { matrix: readonly (readonly boolean[])[]; label: string; size?: string }) {
  const extent = matrix.length + 2 * QUIET
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${extent} ${extent}`}
      shapeRendering="crispEdges"
      style={size ? { inlineSize: size, blockSize: size } : undefined}
    >
      <path fill="#000" d={path(matrix)} />
    </svg>
  )
}
