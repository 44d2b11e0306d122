import { choose } from '../../../client/live/http/chosen.ts'
import { CircleScreen } from '../../../client/screens/circle/CircleScreen.tsx'
import type { CircleState } from '../../../shared/circle/types.ts'
import type { DecisionLine, DecisionPage } from '../../../shared/http.ts'
import { Play } from '../../support/play.ts'
import { type Rendered, renderAt } from '../render.tsx'
import { type Call, fakeHttp } from './fake-http.ts'

const names = { p_lior: 'Lior', p_ines: 'Ines', p_noor: 'Noor' }

export function circleOf(more: Partial<NonNullable<CircleState>> = {}) {
  const { circle } = new Play(Object.keys(names), 'p_lior')
  if (!circle) throw new Error('no circle')
  return { ...circle, ...more }
}

/** A circle that has decided so many things. */
export function decidedOf(decisions: number, more: Partial<NonNullable<CircleState>> = {}) {
  const circle = circleOf(more)
  return { ...circle, count: { ...circle.count, decisions } }
}

export function lineOf(id: string, title: string, more: Partial<DecisionLine> = {}): DecisionLine {
  const fields = {
    text: `${title}.`,
    why: '',
    by: 'p_noor',
    until: null,
    review: '2027-04-30',
    measure: '',
    atEnd: 'stays',
  } as const
  return {
    id,
    meeting: 'm_one',
    announcedAt: Date.UTC(2026, 3, 14, 18),
    words: [],
    title,
    effect: 'adopted',
    fields,
    consent: [],
    absentHours: 72,
    delivered: null,
    ...more,
  }
}

/** What the server has of the decision log, newest first, a few at a time. */
export interface Register {
  lines: readonly DecisionLine[]
  readonly people?: DecisionPage['people']
}

const aPage = 2

export function pageOf({ lines, people = {} }: Register, query: URLSearchParams): DecisionPage {
  const words = (query.get('search') ?? '').toLowerCase()
  const found = lines.filter(({ title, fields }) => `${title} ${fields.text}`.toLowerCase().includes(words))
  const from = found.findIndex(({ id }) => id === query.get('before')) + 1
  return { decisions: found.slice(from, from + aPage), more: found.length > from + aPage, people }
}

export interface Page extends Rendered {
  readonly calls: Call[]
  /** Which pages of the log were asked for. */
  asked(): readonly string[]
}

/** The circle's page, opened by Ines. */
export async function open(circle: NonNullable<CircleState>, register: Register = { lines: [] }): Promise<Page> {
  const decisions = `/api/circles/${circle.id}/decisions`
  const calls = fakeHttp({
    '/api/me': {
      people: [{ person: 'p_ines', name: 'Ines', hint: null, circles: [circle.id] }],
      circles: [{ circle: circle.id, name: circle.name, grade: 'join', meeting: null }],
    },
    [`/api/circles/${circle.id}/link`]: { join: 'http://here/j#a.b', screen: 'http://here/room#c.d' },
    '/api/meetings': { meeting: 'm_two' },
    [decisions]: (_: never, query: URLSearchParams) => pageOf(register, query),
  })
  choose(circle.id, 'p_ines')
  const screen = renderAt({ circle, me: 'p_ines', names }, <CircleScreen circle={circle.id} />)
  await screen.findByRole('heading', { level: 1, name: circle.name })
  const asked = () => calls.flatMap(({ path }) => (path.startsWith(decisions) ? [path.slice(decisions.length)] : []))
  return { ...screen, calls, asked }
}
