import { useState } from 'react'
import type { Choice } from '../../../shared/http.ts'
import { useText } from '../../live/words/text.ts'
import { Field } from '../../ui/controls/Field.tsx'
import { notePress } from '../../ui/controls/rest.ts'
import { Person } from '../../ui/shown/Person.tsx'
import { Sign } from '../../ui/shown/Sign.tsx'
import styles from './join.module.css'

/** So many names are seen at one glance; only more are searched. */
const glance = 12

interface NameListProps {
  people: readonly Choice[]
  /** Those tapped so far, where several may be; null where one tap is the answer. */
  chosen: readonly Choice[] | null
  onTap: (pick: Choice) => void
}

/** Names, as large as a finger. */
export function NameList({ people, chosen, onTap }: NameListProps) {
  const text = useText()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const found = people.filter((each) => `${each.name} ${each.hint ?? ''}`.toLocaleLowerCase().includes(wanted))
  return (
    <>
      {people.length > glance ? (
        <Field label={text('join.search')} value={search} onChange={setSearch} autoComplete="off" />
      ) : null}
      {found.length === 0 && wanted !== '' ? <p>{text('join.none_found')}</p> : null}
      {found.length > 0 ? (
        <ul className={styles.names}>
          {found.map((pick) => (
            <li key={pick.person}>
              <button
                type="button"
                className={styles.name}
                aria-pressed={chosen ? chosen.includes(pick) : undefined}
                onClick={() => {
                  notePress()
                  onTap(pick)
                }}
              >
                {chosen?.includes(pick) ? <Sign name="saved" size="24px" /> : null}
                <Person name={pick.name} hint={pick.hint} />
                {pick.taken ? <span className={styles.taken}>{text('join.taken')}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
