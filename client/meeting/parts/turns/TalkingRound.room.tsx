import type { Turns } from '../../../../shared/parts/turns.ts'
import { useText } from '../../../live/words/text.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import { useNamed } from '../../names.ts'
import { Around } from '../../room/Around.tsx'
import { Prompt, Title } from '../../room/Letters.tsx'
import { nextOf, useTurnsGoing } from './marks.ts'
import styles from './TalkingRound.room.module.css'

interface TalkProps {
  readonly title: string
  readonly version?: string
  readonly round: Turns
  /** What is asked, in one line. */
  readonly prompt: string
}

/** Who speaks, who is next, about what: to be read from the far end of the room. */
export function Talk({ title, version, round, prompt }: TalkProps) {
  const text = useText()
  const named = useNamed()
  const next = named(nextOf(round))
  const speaking = named(round.speaking?.person)
  const going = useTurnsGoing(round)
  return (
    <Around title={title} version={version} going={going}>
      {speaking ? (
        <>
          {round.paused ? <p className={styles.beside}>{text('room.round_paused')}</p> : null}
          <Big>{speaking}</Big>
          {next ? (
            <p className={styles.beside}>
              <span className="quiet">{text('room.next')}</span> <b>{next}</b>
            </p>
          ) : null}
          <Prompt dir="auto">{prompt}</Prompt>
        </>
      ) : (
        <>
          <Title>{text('room.all_heard')}</Title>
          {round.stage === 'running' ? <Prompt dir="auto">{prompt}</Prompt> : null}
        </>
      )}
    </Around>
  )
}
