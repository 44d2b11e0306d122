import type { ReactNode } from 'react'

/** A name keeps its own direction, whatever stands around it. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>
}

/** A name, and what tells two of them apart. */
export function Person({ name, hint, strong = true }: { name: string; hint?: ReactNode; strong?: boolean }) {
  return (
    <>
      {strong ? (
        <b>
          <Name>{name}</Name>
        </b>
      ) : (
        <Name>{name}</Name>
      )}
      {hint ? (
        <>
          {' '}
          <bdi className="quiet small">{hint}</bdi>
        </>
      ) : null}
    </>
  )
}
