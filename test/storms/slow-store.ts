import type { Store } from '../../server/store/store.ts'
import { type Random, turn } from './dice.ts'

/** A store that takes its time before writing, so that hosts overtake each other; tells when a number was taken. */
export function slowStore(store: Store, random: Random, lost: () => void): Store {
  return {
    ...store,
    async append(batch) {
      for (let n = random(12); n > 0; n -= 1) await turn()
      const answers = await store.append(batch)
      for (const yes of answers) if (!yes) lost()
      return answers
    },
  }
}
