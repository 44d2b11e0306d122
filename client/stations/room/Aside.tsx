import type { Aside, Now } from '../../../shared/meeting/types.ts'
import { usePhrase, useText } from '../../live/words/text.ts'
import { useNamed, useNames } from '../../meeting/names.ts'
import { Around } from '../../meeting/room/Around.tsx'
import { Prompt, Words } from '../../meeting/room/Letters.tsx'
import { Whole } from '../../meeting/room/Whole.tsx'

/** A quick consent over whatever was there: the sentence, large; to agree nobody does anything. */
export function AsideView({ now, aside }: { now: Now; aside: Aside }) {
  const text = useText()
  const named = useNamed()
  const names = useNames()
  const { objections, full } = aside
  const words = usePhrase()(aside.text)
  const item = now.items.find((one) => one.id === now.shown)
  const asks = text('room.asks_all', { who: named(aside.by) })
  const said =
    objections.length > 0
      ? text('room.objects', { who: names(objections.map((one) => one.person)) })
      : full.length > 0
        ? text('room.full_round', { who: names(full) })
        : text('room.nothing_to_do')
  const whole = (
    <Whole head={asks} signs={words.length} foot={<p>{said}</p>}>
      <h1>{words}</h1>
    </Whole>
  )
  return (
    <Around title={item?.title ?? now.name} words={words} instead={whole}>
      <p className="quiet">{asks}</p>
      <Words as="h1">{words}</Words>
      <Prompt>{said}</Prompt>
    </Around>
  )
}
