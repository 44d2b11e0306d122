import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { type Open, useOpen } from '../../../meeting/desk/open.ts'
import { type Level, levels, useScriptChoice } from '../../../meeting/desk/script.ts'
import { PersonMenu } from '../../../meeting/menu/PersonMenu.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Check, Choice } from '../../../ui/controls/Choice.tsx'
import { Keys } from './Keys.tsx'

/** Everything that is not always needed, in the order in which it is wanted. */
export function More() {
  const { show, showRoom, keys, setKeys } = useOpen()
  const now = useMeeting()
  const text = useText()
  const send = useSend()
  const [level, setLevel] = useScriptChoice()
  const isOpen = now.stage === 'open'
  const entry = (open: Open, words: string) => (
    <li>
      <Button kind="text" onPress={() => show(open)}>
        {words}
      </Button>
    </li>
  )
  function room() {
    show(null)
    showRoom(true)
  }
  function pause() {
    show(null)
    send({ type: 'item.pause' })
  }
  return (
    <div className="stack">
      <ul className="rows">
        {entry({ what: 'people' }, text('desk.people'))}
        {entry({ what: 'agenda' }, text('desk.agenda'))}
        {isOpen && !now.aside ? entry({ what: 'aside' }, text('desk.aside')) : null}
        <li>
          <Button kind="text" hotkey="R" onPress={room}>
            {text('desk.show_room')}
          </Button>
        </li>
        {entry({ what: 'link' }, text('desk.link'))}
        {isOpen ? entry({ what: 'notes' }, text('desk.notes')) : null}
        {isOpen && now.items.some((i) => i.stage === 'open') ? (
          <li>
            <Button kind="text" onPress={pause}>
              {text('desk.pause_item')}
            </Button>
          </li>
        ) : null}
        {isOpen ? entry({ what: 'end' }, text('desk.end_title')) : null}
      </ul>
      <Choice
        look="chips"
        legend={text('desk.script')}
        value={level}
        onChange={(value) => setLevel(value as Level)}
        options={levels.map((value) => ({ value, label: text(`desk.script_${value}`) }))}
      />
      <div>
        <PersonMenu />
      </div>
      <details>
        <summary>{text('desk.keys')}</summary>
        <div className="form">
          <Keys />
          <Check label={text('desk.keys_on')} checked={keys} onChange={setKeys} />
        </div>
      </details>
    </div>
  )
}
