import type { Objection } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { Sign } from '../../../ui/shown/Sign.tsx'
import type { Aim } from '../../aim.ts'
import { useNamed } from '../../names.ts'
import { Phrase } from './Phrase.desk.tsx'

/** Objections by name, in a few words each; words that are missing can be put in. */
export function ObjectionRows({ aim, objections }: { aim: Aim; objections: readonly Objection[] }) {
  const text = useText()
  const named = useNamed()
  return (
    <section>
      <p className="quiet small">{text('desk.to_come_back')}</p>
      <ul className="rows">
        {objections.map((o) => (
          <li key={o.id} className="signed">
            <Sign name="objection" size="28px" />
            <div>
              <b>
                <bdi>{named(o.by)}</bdi>
              </b>
              <Phrase aim={aim} objection={o} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
