import { later, useLater } from '../../../live/page/later.tsx'
import { useText } from '../../../live/words/text.ts'
import { bound } from '../../room/bound.ts'

const Difference = later(() => import('./Difference.room.tsx').then((m) => m.Marked))

/** The new wording with what is new in it underlined. What was taken out is told on phones, not from eight metres. */
export function Changes({ was, is }: { was: string; is: string }) {
  const Marked = useLater(Difference)
  return Marked ? <Marked was={bound(was)} is={bound(is)} /> : bound(is)
}

/** Says what the marks mean. */
export function ChangesKey() {
  const text = useText()
  return (
    <>
      <ins>{text('room.underlined')}</ins> {text('room.new')}
    </>
  )
}
