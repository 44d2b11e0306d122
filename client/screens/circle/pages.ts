import type { DecisionPage } from '../../../shared/http.ts'
import type { CircleId } from '../../../shared/types.ts'
import { type Answer, get } from '../../live/http/http.ts'

/** A page of the decision log, newest first: of those with these words, older than `before`. */
export function decisionPage(circle: CircleId, search: string, before?: string): Promise<Answer<DecisionPage>> {
  const query = new URLSearchParams({ ...(search ? { search } : {}), ...(before ? { before } : {}) })
  const asked = query.size > 0 ? `?${query}` : ''
  return get<DecisionPage>(`/api/circles/${circle}/decisions${asked}`)
}

/** As many pages as it takes to have so many decisions again, if there are as many. */
export async function decisionPages(circle: CircleId, search: string, atLeast: number): Promise<Answer<DecisionPage>> {
  let all = await decisionPage(circle, search)
  while (all.ok && all.more && all.decisions.length < atLeast) {
    const next = await decisionPage(circle, search, all.decisions.at(-1)?.id)
    all = next.ok ? joined(all, next) : next
  }
  return all
}

function joined(newer: Answer<DecisionPage> & { ok: true }, older: DecisionPage): Answer<DecisionPage> {
  const { more, people } = older
  return { ok: true, decisions: [...newer.decisions, ...older.decisions], more, people: { ...newer.people, ...people } }
}
