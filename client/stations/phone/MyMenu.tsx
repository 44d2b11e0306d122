import { useRef } from 'react'
import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { PersonMenu } from '../../meeting/menu/PersonMenu.tsx'
import { partOf } from '../../meeting/mine.ts'
import { Button } from '../../ui/controls/Button.tsx'

/** Under my name: the minutes, and stepping out for a moment. */
export function MyMenu({ onMinutes }: { onMinutes: () => void }) {
  const text = useText()
  const send = useSend()
  const now = useMeeting()
  const me = useMe()
  const place = useRef<HTMLDivElement>(null)
  const part = partOf(now, me)
  const here = (part === 'here' || part === 'guest') && now.stage === 'open'
  const close = () => place.current?.closest('dialog')?.close()
  function stepOut(person: string): void {
    close()
    void send({ type: 'seat.mark', person, attendance: 'out', confirmed: false })
  }
  function minutes(): void {
    close()
    onMinutes()
  }
  return (
    <PersonMenu>
      <div ref={place} className="pair">
        <Button onPress={minutes}>{text('my.minutes')}</Button>
        {here && me !== null ? <Button onPress={() => stepOut(me)}>{text('my.step_out')}</Button> : null}
      </div>
    </PersonMenu>
  )
}
