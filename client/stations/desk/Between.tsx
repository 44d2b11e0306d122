import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Desk } from '../../meeting/desk/Desk.tsx'
import { EndHere } from '../../meeting/desk/EndHere.tsx'
import { NextItem, nextItem } from '../../meeting/desk/NextItem.tsx'
import { Outcomes } from '../../meeting/desk/Outcomes.tsx'
import { useOpen } from '../../meeting/desk/open.ts'
import { Page } from '../../meeting/desk/Page.tsx'
import { useScript } from '../../meeting/desk/script.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Big } from '../../ui/shown/Big.tsx'

/** No item is open: the next one, or the end. */
export function Between() {
  const now = useMeeting()
  const text = useText()
  const say = useScript()
  const { show } = useOpen()
  const next = nextItem(now)
  return (
    <Desk
      say={next ? say('next', { title: next.title }) : say('end')}
      side={
        <div className="push acts">
          <Button onPress={() => show({ what: 'agenda' })}>{text('desk.change_agenda')}</Button>
        </div>
      }
      last={<NextItem />}
    >
      <Page>
        <Big size="title">{text(next ? 'desk.agenda' : 'desk.all_done')}</Big>
        <Outcomes items={now.items} />
        {next ? null : <EndHere />}
      </Page>
    </Desk>
  )
}
