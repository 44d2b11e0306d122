import type { ReactNode } from 'react'

/** Words that are heard and not seen. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>
}
