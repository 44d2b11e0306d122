import type { PersonId } from '../../../../shared/types.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Two } from '../../../ui/frames/Laptop.tsx'
import { useOpen } from '../../desk/open.ts'
import { useNamed } from '../../names.ts'

/** The round waits for someone who stepped out: they come back, or someone says that they left. */
export function SteppedOut({ person }: { person: PersonId }) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { show } = useOpen()
  const name = named(person)
  return (
    <Two>
      <Button onPress={() => send({ type: 'here', remote: false, for: person })}>
        {text('desk.is_back', { name })}
      </Button>
      <Button onPress={() => show({ what: 'person', person })}>{text('desk.has_left', { name })}</Button>
    </Two>
  )
}
