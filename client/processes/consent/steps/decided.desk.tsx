import { latest } from '../../../../shared/parts/wording.ts'
import { dateIn, timeIn, weekdayIn } from '../../../../shared/text/when.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { EndHere } from '../../../meeting/desk/EndHere.tsx'
import { NextItem, nextItem } from '../../../meeting/desk/NextItem.tsx'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed, useNames } from '../../../meeting/names.ts'
import { Facts } from '../../../meeting/parts/wording/Facts.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Ring } from '../../../ui/ring/Ring.tsx'
import { stepsOf } from './course.desk.ts'
import styles from './decided.module.css'
import type { At } from './props.desk.ts'

const HOUR = 3_600_000
type Props = At<'decided'>

function Met({ state }: Props) {
  const text = useText()
  const named = useNamed()
  const met = state.objections.filter((o) => o.status === 'integrated')
  if (met.length === 0) return null
  return (
    <section>
      <p className="quiet small">{text('desk.objections_met', { count: met.length })}</p>
      <ul className="stack">
        {met.map((o) => (
          <li key={o.id}>
            <b>
              <bdi>{named(o.by)}</bdi>
            </b>{' '}
            <span className="words" dir="auto">
              {o.phrase || o.reason}
            </span>
            <br />
            <span className="quiet small">{o.ways.map((way) => text(`way.${way}`)).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Closed({ state }: Props) {
  const { seats } = useMeeting()
  const drawn = seats
    .filter((s) => s.as === 'member')
    .map(({ person }) => {
      const is = state.answers?.given[person]?.position?.is
      return {
        id: person,
        label: '',
        mark: '',
        spoken: '',
        state: is === 'none' ? ('consent' as const) : ('empty' as const),
      }
    })
  return (
    <div aria-hidden="true">
      <Ring surface="phone" small label="" seats={drawn} travelled="all" />
    </div>
  )
}

/** Read back, then go on: the words are final. */
export function Decided(props: Props) {
  const { item, state, step } = props
  const now = useMeeting()
  const text = useText()
  const reader = useReader()
  const names = useNames()
  const say = useScript()
  const { show } = useOpen()
  const next = nextItem(now)
  const { absent, at } = step
  const last = latest(state.wording)
  const ends = at + state.absentHours * HOUR
  const until = weekdayIn(reader, ends)
  const may = absent.length > 0 ? { who: names(absent), until } : null
  const starts =
    may && step.effect === 'on-hold'
      ? {
          id: 'from',
          term: text('desk.starts_on'),
          detail: text('desk.if_none_objects', { day: dateIn(reader, ends) }),
        }
      : { id: 'from', term: text('desk.in_force'), detail: dateIn(reader, at) }
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={may ? say('decided_absent', may) : say('decided')}
      tell={text('desk.its_decided')}
      side={
        <>
          <Met {...props} />
          {may ? (
            <section>
              <h2>{text('desk.was_absent', { names: may.who, count: absent.length })}</h2>
              <p className="quiet">{text('desk.absent_hear', { count: absent.length })}</p>
            </section>
          ) : null}
          <p className="push">
            <Button onPress={() => show({ what: 'notes' })}>{text('desk.notes')}</Button>
          </p>
        </>
      }
      said={text('desk.decided_at', { time: timeIn(reader, at) })}
      last={<NextItem />}
    >
      <Page>
        <div className={styles.decided}>
          <Closed {...props} />
          <div>
            <h1>{text('desk.its_decided')}</h1>
            {may ? <p className="title">{text('desk.may_object', may)}</p> : null}
          </div>
        </div>
        {last ? (
          <Facts
            fields={last.fields}
            title={<b>{item.title}</b>}
            right={text('desk.version', { n: last.n })}
            before={starts}
          />
        ) : null}
        {next ? null : <EndHere />}
      </Page>
    </Desk>
  )
}
