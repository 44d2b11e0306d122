import { no } from '../refusals.ts'

/**
 * How much a circle and its meetings hold: many times what anybody sits through, and little enough that a phone
 * carries all of it.
 */
export const most = {
  items: 100,
  runs: 50,
  notes: 200,
  versions: 100,
  asks: 100,
  asides: 200,
  seats: 500,
  backlog: 500,
} as const

/** The verdict "no": so many are there already. */
export function tooMany(of: keyof typeof most) {
  return no('too_many', { most: most[of] })
}
