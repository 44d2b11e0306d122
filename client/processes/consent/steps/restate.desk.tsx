import { latest } from '../../../../shared/parts/wording.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { Facts } from '../../../meeting/parts/wording/Facts.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { useAsking } from './asking.desk.tsx'
import { stepsOf } from './course.desk.ts'
import type { At } from './props.desk.ts'

const sent = async () => true

/** The words stand and are read once more; then the question. */
export function Restated({ item, run, state, aim }: At<'restate'>) {
  const send = useSend()
  const text = useText()
  const say = useScript()
  const { ask, start } = useAsking(run, sent)
  const resting = useRest(state.ask)
  const last = latest(state.wording)
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={say('wording')}
      start={start}
      onBack={() => send({ type: 'consent.step', ...aim, to: 'wording' })}
      last={
        <Button kind="do" hotkey="N" resting={resting} onPress={ask}>
          {text('desk.ask_consent')}
        </Button>
      }
    >
      <Page>
        <h1>{text('desk.the_words')}</h1>
        {last ? (
          <Facts fields={last.fields} title={<bdi>{item.title}</bdi>} right={text('desk.version', { n: last.n })} />
        ) : null}
      </Page>
    </Desk>
  )
}
