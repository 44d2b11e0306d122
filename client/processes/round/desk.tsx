import { useState } from 'react'
import type { Note } from '../../../shared/parts/notes.ts'
import type { Round } from '../../../shared/processes/round/types.ts'
import { useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { useAnother } from '../../meeting/desk/another.ts'
import { CloseTalk } from '../../meeting/desk/CloseItem.tsx'
import { Desk } from '../../meeting/desk/Desk.tsx'
import { Seats } from '../../meeting/desk/Seats.tsx'
import { useScript } from '../../meeting/desk/script.ts'
import { Notes } from '../../meeting/parts/notes/Notes.desk.tsx'
import { useTurnsGoing } from '../../meeting/parts/turns/marks.ts'
import { TalkingRound } from '../../meeting/parts/turns/TalkingRound.desk.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Big } from '../../ui/shown/Big.tsx'
import type { ProcessViewProps } from '../index.ts'

const noted = { clarifying: 'question', reaction: 'point', exploration: 'exploration', ideas: 'idea' } as const
const scripts = { clarifying: null, reaction: 'react', exploration: 'exploration', ideas: 'ideas' } as const

function kindOf(round: Round): Note['kind'] {
  return noted[round.round]
}

/** A round outside a decision: everyone is heard, then once more, another one, or what happens next. */
export function RoundDesk({ run }: ProcessViewProps) {
  const state = run.state as Round
  const send = useSend()
  const text = useText()
  const say = useScript()
  const [closing, close] = useState(false)
  const another = useAnother()
  const aim = { process: run.id, ask: state.ask }
  const { turns } = state
  const going = useTurnsGoing(turns)
  const script = scripts[state.round]
  const sentence = state.prompt || (script ? say(script) : null)
  if (turns?.stage === 'running') {
    return <TalkingRound aim={aim} turns={turns} notes={state.notes} kind={kindOf(state)} say={sentence} />
  }
  return (
    <Desk
      say={say('close')}
      side={
        <>
          <Notes aim={aim} kind={kindOf(state)} notes={state.notes} />
          <div className="push acts">
            <Button onPress={() => send({ type: 'round.again', ...aim })}>{text('desk.once_more')}</Button>
            <Button onPress={another}>{text('desk.another_round')}</Button>
          </div>
        </>
      }
      last={
        <Button kind="do" hotkey="N" onPress={() => close(true)}>
          {text('desk.close_item')}
        </Button>
      }
    >
      <Seats going={going}>
        <Big size="title">{text(turns?.stage === 'ended early' ? 'desk.ended_early' : 'desk.all_heard')}</Big>
      </Seats>
      {closing ? <CloseTalk onClose={() => close(false)} /> : null}
    </Desk>
  )
}
