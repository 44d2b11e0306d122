import { useState } from 'react'
import type { Item } from '../../../shared/meeting/types.ts'
import { useText } from '../../live/words/text.ts'
import type { Way } from '../../processes/index.ts'
import { Choice } from '../../ui/controls/Choice.tsx'

/** What is begun at an item, where there is something to choose; then how, as its process asks. */
export function BeginItem({ item, ways }: { item: Item; ways: readonly [Way, ...Way[]] }) {
  const text = useText()
  const [kind, choose] = useState<string>(ways[0].kind)
  const { Begin } = ways.find((way) => way.kind === kind) ?? ways[0]
  const choice = (
    <Choice
      legend={text('desk.begin_what')}
      value={kind}
      onChange={choose}
      options={ways.map((way) => ({ value: way.kind, label: text(`begin.${way.kind}`) }))}
    />
  )
  return <Begin item={item} ways={ways.length > 1 ? choice : null} />
}
