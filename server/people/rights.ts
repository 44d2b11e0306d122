import type { PersonId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Rules } from '../rules.ts'
import type { Device, Grant, Store } from '../store/store.ts'

interface RightsParts {
  readonly store: Pick<Store, 'people'>
  readonly rules: Pick<Rules, 'rolesOf' | 'circleOf'>
}

/**
 * A screen follows the circles whose links its device was let in by, and their meetings. A person follows those
 * too, if they are of that community; and any other of its circles and meetings that they belong to.
 */
export async function mayFollow(
  { store, rules }: RightsParts,
  device: Device,
  { stream, about, state }: Fold,
  as: PersonId | null,
): Promise<boolean> {
  const circle = rules.circleOf(about.kind, stream, state)
  const isLetIn = device.grants.some((grant) => grant.circle === circle)
  if (as === null) return isLetIn
  if ((await store.people.person(as))?.community !== about.community) return false
  return isLetIn || (rules.rolesOf(about.kind, state)?.people.includes(as) ?? false)
}

/** May somebody on this device pick or add a name in this circle? */
export function joins(device: Device, { circle, community }: Omit<Grant, 'grade'>): boolean {
  return device.grants.some((one) => one.circle === circle && one.community === community && one.grade === 'join')
}
