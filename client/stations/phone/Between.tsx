import { Link } from 'wouter'
import type { Item } from '../../../shared/meeting/types.ts'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Frame } from '../../meeting/phone/Frame.tsx'
import { NextStep } from '../../meeting/phone/NextStep.tsx'
import { useChair } from '../../meeting/phone/people.ts'
import { useStation } from '../../meeting/phone/station.ts'
import { Button, buttonClass } from '../../ui/controls/Button.tsx'
import { Line } from '../../ui/shown/Line.tsx'
import { Large, Middle } from './Large.tsx'

/** Nothing is open: the meeting is over, an item rests, or the next one is about to begin. */
export function Between({ item }: { item: Item | null }) {
  const text = useText()
  const who = useChair()
  const { stage, name } = useMeeting()
  if (stage === 'ended') return <Over />
  if (item?.stage === 'paused') {
    return (
      <Frame title={text('my.item_paused')}>
        <p className="title">{text('my.is_paused', { title: item.title })}</p>
        <p>{text('my.all_kept')}</p>
        <Agenda />
      </Frame>
    )
  }
  const outcome = item?.outcome
  return (
    <Frame title={text('my.between')} over={name}>
      {item && outcome ? <p className="title">{text(`my.closed.${outcome.kind}`, { title: item.title })}</p> : null}
      {outcome?.next ? <NextStep next={outcome.next} /> : null}
      <Agenda />
      <p className="quiet free">{text('my.opens_next', { who })}</p>
    </Frame>
  )
}

const stops = { planned: 'ahead', open: 'here', paused: 'ahead', closed: 'gone' } as const

/** The evening as a line: what is behind us and what is ahead. */
function Agenda() {
  const text = useText()
  const { items } = useMeeting()
  const line = items.map(({ id, title, stage }) => ({
    id,
    state: stops[stage],
    content: (
      <span>
        <bdi>{title}</bdi>
        {stage === 'paused' ? <span className="quiet"> {text('my.paused_item')}</span> : null}
      </span>
    ),
  }))
  return line.length > 0 ? <Line label={text('my.agenda')} items={line} stop={44} /> : null
}

function Over() {
  const text = useText()
  const { circle, name } = useMeeting()
  const { openMinutes } = useStation()
  const act = (
    <>
      <Button kind="do" onPress={openMinutes}>
        {text('my.read_minutes')}
      </Button>
      <Link href={`/c/${circle}`} className={`${buttonClass('text')} wide`}>
        {text('my.circle_page')}
      </Link>
    </>
  )
  return (
    <Frame title={text('my.over')} over={name} act={act}>
      <Middle>
        <Large>{text('my.thanks_all')}</Large>
        <p>{text('my.over_more')}</p>
      </Middle>
    </Frame>
  )
}
