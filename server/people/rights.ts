import type { PersonId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Rules } from '../rules.ts'
import type { Device, Grant, Store } from '../store/store.ts'

interface RightsParts {
  readonly store: Pick<Store, 'people'>
  readonly rules: Pick<Rules, 'rolesOf' | 'circleOf'>
}

/**
 * A screen follows the circles whose links its device was let in by, and their meetings. A person of that
 * community follows those that people join by, and any other of its circles and meetings that they belong to.
 */
export async function mayFollow(parts: RightsParts, device: Device, fold: Fold, as: PersonId | null): Promise<boolean> {
  if (as !== null && (await parts.store.people.person(as))?.community !== fold.about.community) return false
  return isLetIn(parts, device, fold, as)
}

/** The same without reading, for somebody who was found to be of the community before. */
export function isLetIn(
  { rules }: Pick<RightsParts, 'rules'>,
  device: Device,
  { stream, about, state }: Fold,
  as: PersonId | null,
): boolean {
  const circle = rules.circleOf(about.kind, stream, state)
  const grants = device.grants.filter((grant) => grant.circle === circle)
  if (as === null) return grants.length > 0
  const belongs = rules.rolesOf(about.kind, state)?.people.includes(as) ?? false
  return belongs || grants.some(({ grade }) => grade === 'join')
}

/** May somebody on this device pick or add a name in this circle? */
export function joins(device: Device, { circle, community }: Omit<Grant, 'grade'>): boolean {
  return device.grants.some((one) => one.circle === circle && one.community === community && one.grade === 'join')
}
