import { changed, latest, numberOf } from '../../../../shared/parts/wording.ts'
import { dayIn } from '../../../../shared/text/text.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Changes, ChangesKey } from '../../../meeting/parts/wording/Changes.room.tsx'
import { Around } from '../../../meeting/room/Around.tsx'
import { Prompt, Title } from '../../../meeting/room/Letters.tsx'
import { Question } from '../../../meeting/room/Question.tsx'
import { WholeFrame } from '../../../meeting/room/RoomFrame.tsx'
import { Whole } from '../../../meeting/room/Whole.tsx'
import { type Shown, versionOf, wordsOf } from './shown.room.ts'

/** The proposal as it is brought, or the wording everyone is working on. */
export function Presented({ item, state }: Shown) {
  const text = useText()
  const named = useNamed()
  const { wording, step } = state
  const last = latest(wording)
  const words = wording.draft.text
  if (words === '') {
    return (
      <Around title={item.title}>
        <Title dir="auto">{item.title}</Title>
        <Prompt>{text('room.brings', { who: named(state.author) })}</Prompt>
      </Around>
    )
  }
  const writing = step.stage === 'wording' || (step.stage === 'react' && step.round !== null)
  if (last && writing && changed(wording)) {
    const head = text('room.version', { version: numberOf(wording) })
    return (
      <WholeFrame title={item.title}>
        <h1 className="vh">{text('room.wording')}</h1>
        <Whole head={head} headEnd={<ChangesKey />} signs={words.length}>
          <Changes was={last.fields.text} is={words} />
        </Whole>
      </WholeFrame>
    )
  }
  const ask = !writing && (step.stage === 'clarify' || step.stage === 'react') ? asked[step.stage] : null
  const prompt = ask ? text(`room.ask.${ask}`) : undefined
  return (
    <Question title={item.title} over={versionOf(state, text) || text('room.proposal')} words={words} ask={prompt} />
  )
}

const asked = { clarify: 'clarifying', react: 'reaction' } as const

/** The exact words before consent is asked, with what goes with them. */
export function Restated({ item, state }: Shown) {
  const text = useText()
  const named = useNamed()
  const reader = useReader()
  const fields = latest(state.wording)?.fields ?? state.wording.draft
  const facts = [
    fields.until ? text(`room.until_${fields.atEnd}`, { day: dayIn(reader, fields.until) }) : '',
    fields.by ? text('room.looked_after_by', { who: named(fields.by) }) : '',
  ].filter(Boolean)
  return (
    <Question
      title={item.title}
      version={versionOf(state, text)}
      over={text('room.the_words')}
      words={wordsOf(state)}
      more={facts.length > 0 ? <span className="quiet">{facts.join(' · ')}</span> : null}
    />
  )
}
