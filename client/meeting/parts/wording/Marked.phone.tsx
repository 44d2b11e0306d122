import type { ReactNode } from 'react'
import type { Version } from '../../../../shared/parts/wording.ts'
import type { Fields } from '../../../../shared/processes/process.ts'
import { later, useLater } from '../../../live/page/later.tsx'
import { useText } from '../../../live/words/text.ts'
import { Sheet } from '../../../ui/shown/Sheet.tsx'

const Difference = later(() => import('./Difference.phone.tsx').then((m) => m.Between))

export interface MarkedProps {
  readonly was: Version
  readonly is: Fields
  /** The number it has now, where it has one. */
  readonly version?: number
  /** On the sheet that is now, in place of its name. */
  readonly left?: ReactNode
}

/** Was, and would be: what is taken out struck, what is put in underlined, and a sentence that says so. */
export function Marked({ was, is, version, left }: MarkedProps) {
  const text = useText()
  const Marks = useLater(Difference)
  const both = { was: was.fields.text, is: is.text }
  return (
    <div className="stack">
      <Sheet old long left={text('my.was')} right={text('my.version', { version: was.n })} label={text('my.was')}>
        {Marks ? <Marks {...both} show="old" /> : both.was}
      </Sheet>
      <Sheet
        long
        left={left ?? <b>{text(version === undefined ? 'my.would_be' : 'my.is_now')}</b>}
        right={text('my.version', { version: version ?? was.n + 1 })}
        label={text(version === undefined ? 'my.would_be' : 'my.is_now')}
      >
        {Marks ? <Marks {...both} show="new" /> : both.is}
      </Sheet>
      <p className="quiet small">
        <del>{text('my.struck')}</del> {text('my.taken_out')} <ins>{text('my.underlined')}</ins> {text('my.put_in')}
      </p>
    </div>
  )
}
