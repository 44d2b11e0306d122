import { useText } from '../../../live/words/text.ts'
import { KeyCap } from '../../../ui/controls/Button.tsx'

const all = ['N', 'B', 'P', 'C', '1', '2', '3', 'U', 'R', '?'] as const

/** What each key does. A key does what the control shows that carries it. */
export function Keys() {
  const text = useText()
  return (
    <ul className="rows">
      {all.map((key) => (
        <li key={key}>
          <KeyCap>{key}</KeyCap> {text(`desk.key_${key === '?' ? 'help' : key}`)}
        </li>
      ))}
    </ul>
  )
}
