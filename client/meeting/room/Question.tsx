import type { ReactNode } from 'react'
import { Around, type AroundProps } from './Around.tsx'
import { bound } from './bound.ts'
import { Detail, Words } from './Letters.tsx'
import styles from './Question.module.css'
import { Whole } from './Whole.tsx'

interface QuestionProps extends Omit<AroundProps, 'children' | 'instead' | 'words'> {
  /** The circle's words. */
  readonly words: string
  /** Over the words. */
  readonly over?: string
  /** In a line of its own under them. */
  readonly ask?: string
  readonly more?: ReactNode
}

/** The words in the ring with a line under them; too long for the ring, they take the whole screen. */
export function Question({ words, over, ask, more, ...around }: QuestionProps) {
  const foot =
    ask || more ? (
      <>
        {ask ? <h1>{ask}</h1> : null}
        {more ? <p>{more}</p> : null}
      </>
    ) : null
  const whole = (
    <Whole head={over ?? around.version} signs={words.length} foot={foot}>
      {ask ? null : <h1 className="vh">{over ?? around.title}</h1>}
      {bound(words)}
    </Whole>
  )
  return (
    <Around {...around} words={words} instead={whole}>
      {over ? <p className="quiet">{over}</p> : null}
      {ask ? null : <h1 className="vh">{over ?? around.title}</h1>}
      <Words>{bound(words)}</Words>
      {ask ? <h1 className={styles.ask}>{ask}</h1> : null}
      {more ? <Detail>{more}</Detail> : null}
    </Around>
  )
}
