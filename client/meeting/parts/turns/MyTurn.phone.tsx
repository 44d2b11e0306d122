import { isLastCall } from '../../../../shared/parts/turns.ts'
import { useMe, useName, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Frame } from '../../phone/Frame.tsx'
import { useStation } from '../../phone/station.ts'
import { Later } from './Later.phone.tsx'
import { nextOf } from './marks.ts'
import { OwnWords } from './OwnWords.phone.tsx'
import { notedAs, type Talk, type Talking, talking } from './talk.ts'

/** Mine to speak: gold from edge to edge, and the ways to end the turn. */
export function MyTurn({ talk }: { talk: Talk }) {
  const text = useText()
  const me = useMe()
  const name = useName()
  const { round, aim, prompt, matter: about } = talk
  const kind = talking(round.kind)
  const next = nextOf(round)
  const as = round.speaking?.person === me ? round.speaking.as : 'upcoming'
  const note = notedAs(round.kind)
  const own = me !== null && round.speaking?.person === me
  const act = (
    <>
      {note ? <OwnWords aim={aim} kind={note} turn={round.turn} /> : null}
      {own ? <Ends talk={talk} again={!round.later.includes(me)} /> : null}
    </>
  )
  const matter = (
    <>
      <p className="title">{prompt || text(`my.prompt.${kind}`)}</p>
      <Later as={as} last={isLastCall(round)} usual={text(`my.how.${kind}`)} />
      {prompt === '' && note !== 'idea' && kind !== 'exploration' ? about : null}
      {next === null ? null : (
        <p className="push">
          {text('my.next_after_you')}{' '}
          <b>
            <bdi>{name(next).name}</bdi>
          </b>
        </p>
      )}
    </>
  )
  return <Frame title={text('my.your_turn')} turn="tall" over={<Over kind={kind} />} matter={matter} act={act} />
}

function Over({ kind }: { kind: Talking }) {
  const text = useText()
  const { over } = useStation()
  return (
    <>
      <span className="small">{over}</span>
      <br />
      <b>{text(`my.round.${kind}`)}</b>
    </>
  )
}

/** The ways to end my turn; coming back is offered once. */
function Ends({ talk: { round, aim }, again }: { talk: Talk; again: boolean }) {
  const text = useText()
  const send = useSend()
  const resting = useRest(round.turn)
  const end = (how: 'done' | 'pass' | 'later') => send({ type: `turn.${how}`, ...aim, turn: round.turn })
  return (
    <>
      <Button kind="do" resting={resting} onPress={() => end('done')}>
        {text('my.done')}
      </Button>
      <div className="pair">
        <Button resting={resting} onPress={() => end('pass')}>
          {text(round.kind === 'clarifying' ? 'my.clear' : 'my.pass')}
        </Button>
        {again ? (
          <Button resting={resting} onPress={() => end('later')}>
            {text('my.later')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
