import type { CircleState } from '../../../shared/circle/types.ts'
import { useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Name } from '../../ui/shown/Person.tsx'
import { Entry } from './Entry.tsx'

const roles = ['facilitator', 'secretary', 'backup'] as const

/** Who does what for the circle; roles nobody has are left out. */
export function Roles({ circle }: { circle: NonNullable<CircleState> }) {
  const text = useText()
  const name = useName()
  const held = roles.flatMap((role) => (circle[role] ? [[role, circle[role]] as const] : []))
  if (held.length === 0) return null
  return (
    <section>
      <h2>{text('circle.roles')}</h2>
      <ul>
        {held.map(([role, person]) => (
          <Entry key={role}>
            <span>{text(`circle.${role}`)}</span> <Name>{name(person).name}</Name>
          </Entry>
        ))}
      </ul>
    </section>
  )
}
