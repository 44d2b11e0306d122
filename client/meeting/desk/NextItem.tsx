import type { Item, Now } from '../../../shared/meeting/types.ts'
import { useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useRest } from '../../ui/controls/rest.ts'

/** What comes after: the first planned item, else one that was paused. */
export function nextItem(now: Now): Item | null {
  return now.items.find((i) => i.stage === 'planned') ?? now.items.find((i) => i.stage === 'paused') ?? null
}

/** Opens what comes after, by its name. */
export function NextItem() {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const next = nextItem(now)
  const resting = useRest(next?.id)
  if (!next) return null
  const words = next.stage === 'paused' ? 'desk.on_with_title' : 'desk.next_title'
  return (
    <Button kind="do" hotkey="N" resting={resting} onPress={() => send({ type: 'item.open', item: next.id })}>
      {text(words, { title: next.title })}
    </Button>
  )
}
