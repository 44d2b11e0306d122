import type { Objection } from '../../../../shared/parts/objections.ts'
import { useMe, useName } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Signed, Words } from '../../phone/Signed.tsx'

/** An objection: whose, and in whose words. */
export function Said({ objection }: { objection: Objection }) {
  const text = useText()
  const me = useMe()
  const name = useName()
  const { by, phrase, reason, status } = objection
  const words = [phrase, reason].filter((said) => said !== '')
  return (
    <Signed sign="objection" size="32px">
      <p className="small quiet">
        {by === me ? text('my.yours') : <bdi>{name(by).name}</bdi>}
        {status === 'withdrawn' ? ` ${text('my.withdrawn')}` : null}
      </p>
      {words.length === 0 ? <p className="quiet">{text('my.says_aloud')}</p> : null}
      {words.map((said) => (
        <Words key={said}>{said}</Words>
      ))}
    </Signed>
  )
}
