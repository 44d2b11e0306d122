import type { PersonId } from '../../../shared/types.ts'
import { useConnection, useName } from '../../live/hooks.ts'
import { isolated, useReader, useText } from '../../live/words/text.ts'
import { Big } from '../../ui/shown/Big.tsx'

export interface SpotlightProps {
  readonly person: PersonId
  readonly does: 'speaking' | 'answering'
  readonly paused?: boolean
  /** Still to be heard, with this one. */
  readonly toGo?: number
}

/** Who has the turn, in the middle of the ring. Without a connection it says who had it, and when. */
export function Spotlight({ person, does, paused, toGo }: SpotlightProps) {
  const text = useText()
  const name = useName()
  const { language } = useReader()
  const { state, since } = useConnection()
  const old = state === 'offline'
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (paused && !old) {
    return (
      <>
        <Big as="p" size="title">
          {text('my.paused')}
        </Big>
        <p>{text('my.then_goes_on', { who: isolated(name(person).name) })}</p>
      </>
    )
  }
  return (
    <>
      <Big as="p" size="title">
        {name(person).name}
      </Big>
      <p>{text(`my.${old ? 'was' : 'is'}_${does}`)}</p>
      {old ? <p className="quiet small">{text('my.at', { time: clock.format(since) })}</p> : null}
      {toGo !== undefined && !old ? <p className="quiet small">{text('my.to_go', { count: toGo })}</p> : null}
    </>
  )
}
