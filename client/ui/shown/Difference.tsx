import { Hidden } from '../Hidden.tsx'
import { keyed } from '../keys.ts'

export type Part = { text: string; kind: 'same' | 'added' | 'removed' }

export type DifferenceProps = {
  parts: readonly Part[]
  /** new: what it would be; old: what it was. */
  show?: 'both' | 'new' | 'old'
  /** Said before and after each mark, because screen readers rarely say the marks themselves. */
  words: { added: string; removed: string; end: string }
}

const left = { both: undefined, new: 'removed', old: 'added' } as const

/** A wording with what was put in underlined and what was taken out struck. */
export function Difference({ parts, show = 'both', words }: DifferenceProps) {
  const shown = parts.filter((part) => part.kind !== left[show])
  return keyed(shown, (part) => part.kind + part.text).map(({ key, item: { kind, text } }) => {
    if (kind === 'same') return <span key={key}>{text}</span>
    const Mark = kind === 'added' ? 'ins' : 'del'
    return (
      <Mark key={key}>
        <Hidden>{` ${words[kind]}: `}</Hidden>
        {text}
        <Hidden>{` ${words.end} `}</Hidden>
      </Mark>
    )
  })
}
