import { isAlive } from '../../../../shared/parts/objections.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Deeper } from '../../../meeting/parts/objections/Deeper.desk.tsx'
import { Phrase } from '../../../meeting/parts/objections/Phrase.desk.tsx'
import { useObjectionWords } from '../../../meeting/parts/objections/words.ts'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import { PutOffAct } from '../steps/PutOff.desk.tsx'
import { type At, isUnheard } from '../steps/props.desk.ts'
import styles from './Hear.module.css'
import { Moves } from './Moves.desk.tsx'
import { OneMore } from './OneMore.desk.tsx'

type Props = At<'objections'>

function Heard({ aim, objection }: { aim: Props['aim']; objection: Props['state']['objections'][number] }) {
  const text = useText()
  const named = useNamed()
  const name = named(objection.by)
  const because = useObjectionWords(aim, objection, 'reason')
  return (
    <>
      <div className={styles.large}>
        <Sign name="objection" size="100%" />
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          {objection.phrase ? (
            <p className={styles.phrase} dir="auto">
              {objection.phrase}
            </p>
          ) : (
            <Phrase aim={aim} objection={objection} />
          )}
        </div>
      </div>
      <Field
        label={text('desk.because')}
        optional={text('desk.in_words_of', { name })}
        hint={text('desk.because_hint', { name })}
        lines={3}
        value={because.value}
        onChange={because.write}
        onBlur={because.leave}
      />
    </>
  )
}

/** One objection is understood before anyone solves it; then the next, then ideas. */
export function Hear({ state, step, aim }: Props) {
  const { aim: circleAim } = useMeeting()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const say = useScript()
  const alive = state.objections.filter(isAlive)
  const objection = state.objections.find((o) => o.id === step.focus) ?? alive[0]
  const others = alive.filter((o) => o.id !== objection?.id)
  const [next] = others.filter(isUnheard)
  const at = alive.findIndex((o) => o.id === objection?.id)
  const before = alive[at - 1]
  const resting = useRest(`${objection?.id} ${next?.id}`)
  const hear = (id: string) => send({ type: 'objection.hear', ...aim, objection: id })
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={objection ? say(next ? 'hear' : 'hear_last', { first: named(objection.by) }) : null}
      side={
        <>
          {circleAim ? (
            <section>
              <p className="quiet small">{text('desk.our_aim')}</p>
              <p className="words" dir="auto">
                {circleAim}
              </p>
            </section>
          ) : null}
          <Proposal wording={state.wording} put />
          <div className="push stack">
            {next ? (
              <p>
                <span className="quiet">{text('desk.then_comes')}</span>{' '}
                <b>
                  <bdi>{named(next.by)}</bdi>
                </b>{' '}
                <span className="words" dir="auto">
                  {next.phrase}
                </span>
              </p>
            ) : null}
            <div className="quietly">
              {objection ? (
                <Deeper
                  aim={aim}
                  objection={objection}
                  onExplore={() =>
                    send({ type: 'consent.round', ...aim, round: 'exploration', start: null, direction: null })
                  }
                />
              ) : null}
              <OneMore aim={aim} state={state} />
              <PutOffAct aim={aim} state={state} />
            </div>
          </div>
        </>
      }
      onBack={before ? () => hear(before.id) : undefined}
      last={
        <Button
          kind="do"
          hotkey="N"
          resting={resting}
          onPress={() => (next ? hear(next.id) : send({ type: 'objection.work', ...aim, move: 'ideas' }))}
        >
          {next ? text('desk.next_name', { name: named(next.by) }) : text('move.ideas')}
        </Button>
      }
    >
      <Page lay="spread">
        <Moves move="hear" />
        {objection ? <Heard key={objection.id} aim={aim} objection={objection} /> : null}
      </Page>
    </Desk>
  )
}
