import type { PersonId } from '../../../shared/types.ts'
import { useName } from '../../live/hooks.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Person } from '../../ui/shown/Person.tsx'

export type PickPersonProps = {
  people: readonly PersonId[]
  /** The words for "no one", where that may be chosen. */
  nobody?: string
  onPick: (person: PersonId | null) => void
}

/** One of these people, in one tap. */
export function PickPerson({ people, nobody, onPick }: PickPersonProps) {
  const name = useName()
  return (
    <ul className="acts">
      {nobody ? (
        <li>
          <Button onPress={() => onPick(null)}>{nobody}</Button>
        </li>
      ) : null}
      {people.map((person) => {
        const { name: own, hint } = name(person)
        return (
          <li key={person}>
            <Button onPress={() => onPick(person)}>
              <span>
                <Person name={own} hint={hint} strong={false} />
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
