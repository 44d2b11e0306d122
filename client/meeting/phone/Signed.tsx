import type { ReactNode } from 'react'
import { Sign, type SignName } from '../../ui/shown/Sign.tsx'
import styles from './Signed.module.css'

export interface SignedProps {
  /** Null while nobody may know which. */
  readonly sign: SignName | null
  readonly size: '32px' | '40px'
  readonly children: ReactNode
}

/** An answer beside its sign; in large letters under it. */
export function Signed({ sign, size, children }: SignedProps) {
  return (
    <div className={styles.signed}>
      {sign ? <Sign name={sign} size={size} /> : null}
      <div>{children}</div>
    </div>
  )
}

/** The words that came with it, as they were written. */
export function Words({ children }: { children: string }) {
  return (
    <p className={`written ${styles.words}`} dir="auto">
      {children}
    </p>
  )
}
