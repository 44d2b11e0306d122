import type { Decision, Word } from '../circle/types.ts'
import { deadline } from '../circle/window.ts'
import type { ConsentGiven, Decided, Fields, KeptObjection } from '../processes/process.ts'
import { dayIn } from '../text/text.ts'
import type { Millis } from '../types.ts'
import type { Block } from './doc.ts'
import { absentOf, type Status, status, type Today } from './status.ts'
import { facts, moment, paragraph, people, stopped, told, type Writer } from './writer.ts'

/** What stands beside the words of a decision: until when, who looks after it, what is watched. */
export function fieldFacts(fields: Fields, writer: Writer): readonly Block[] {
  const { until, review, by, measure, why, atEnd } = fields
  const end = until === null ? '' : told(writer, `minutes.until_${atEnd}`, { day: { day: until } })
  return facts([
    { term: told(writer, 'minutes.until'), value: end },
    { term: told(writer, 'minutes.review_by'), value: review === null ? '' : dayIn(writer, review) },
    {
      term: told(writer, 'minutes.looked_after_by'),
      value: by === null ? told(writer, 'minutes.nobody_yet') : writer.name(by),
    },
    { term: told(writer, 'minutes.measured'), value: measure },
    { term: told(writer, 'minutes.why'), value: why },
  ])
}

/** In words a circle uses; "provisional" is not one of them. */
export function statusText(state: Status, hours: number, writer: Writer): string {
  switch (state.is) {
    case 'in-force':
      return told(writer, 'minutes.in_force')
    case 'reopened':
      return told(writer, 'minutes.reopened', { who: people(state.who) })
    case 'review-due':
    case 'expired':
      return told(writer, `minutes.${state.is}`, { day: { day: state.since } })
    default: {
      const who = people(state.who)
      const id = state.is === 'provisional' ? 'minutes.still_open' : 'minutes.on_hold'
      return state.until === null
        ? told(writer, `${id}_hours`, { who, hours })
        : told(writer, id, { who, at: moment(writer, state.until) })
    }
  }
}

function versions(decided: Decided, writer: Writer): readonly Block[] {
  if (decided.versions.length < 2) return []
  return decided.versions.flatMap(({ n, fields, meets }, index): readonly Block[] => {
    const before = decided.versions[index - 1]
    if (!before)
      return [paragraph(told(writer, 'minutes.version', { version: n })), { kind: 'words', text: fields.text }]
    const owners = decided.objections.filter((o) => meets.includes(o.id)).map((o) => o.by)
    const heading =
      owners.length > 0
        ? told(writer, 'minutes.version_meets', { version: n, who: people(owners) })
        : told(writer, 'minutes.version', { version: n })
    const others = otherChanges(before.fields, fields, writer)
    return [
      paragraph(heading),
      { kind: 'difference', parts: writer.compare(before.fields.text, fields.text) },
      ...(others.length > 0 ? [{ kind: 'list', items: others } as const] : []),
    ]
  })
}

/** What a new version changed beside its words. */
function otherChanges(was: Fields, is: Fields, writer: Writer): readonly string[] {
  const line = (term: string, value: string) =>
    told(writer, 'minutes.now', { term: { words: told(writer, term) }, value: { words: value } })
  const none = told(writer, 'minutes.none')
  const day = (value: string | null) => (value === null ? none : dayIn(writer, value))
  return [
    was.until === is.until && was.atEnd === is.atEnd
      ? ''
      : line(
          'minutes.until',
          is.until === null ? none : told(writer, `minutes.until_${is.atEnd}`, { day: { day: is.until } }),
        ),
    was.review === is.review ? '' : line('minutes.review_by', day(is.review)),
    was.by === is.by ? '' : line('minutes.looked_after_by', is.by === null ? none : writer.name(is.by)),
    was.measure === is.measure ? '' : line('minutes.measured', is.measure || none),
  ].filter((text) => text !== '')
}

function consentLine(given: ConsentGiven, words: readonly Word[], writer: Writer): readonly string[] {
  const { person, how, recordedBy, late } = given
  const later = words.map((word) =>
    told(writer, word.answer === 'objection' ? 'minutes.later_objection' : 'minutes.later_consent', {
      who: { person },
      at: moment(writer, word.at),
      words: { words: word.words },
      by: recordedName(word.recordedBy, writer),
    }),
  )
  if (how === 'absent') return [told(writer, 'minutes.was_absent', { who: { person } }), ...later]
  const by = recordedName(recordedBy, writer)
  return [told(writer, `minutes.gave_${how}`, { who: { person }, by, late: late ? 'yes' : 'no' }), ...later]
}

function recordedName(person: string | null, writer: Writer): string {
  return person === null ? '' : writer.name(person)
}

/** Who gave consent to exactly this version and how, and who was not there. */
function consentSet(decision: Decision, writer: Writer): readonly Block[] {
  const items = decision.consent.flatMap((given) =>
    consentLine(
      given,
      decision.words.filter((word) => word.person === given.person),
      writer,
    ),
  )
  if (items.length === 0) return []
  return [paragraph(told(writer, 'minutes.consent_set', { version: decision.version })), { kind: 'list', items }]
}

function objectionLine(o: KeptObjection, writer: Writer): string {
  const ways = o.ways.map((way) => told(writer, `way.${way}`)).join(', ')
  const raised = told(writer, 'minutes.objection', {
    who: { person: o.by },
    version: o.raisedOn,
    words: { words: o.phrase },
  })
  const because = (['reason', 'aim', 'effect'] as const).map((which) =>
    o[which] === '' ? '' : told(writer, `minutes.objection_${which}`, { words: { words: o[which] } }),
  )
  const way = ways === '' ? '' : told(writer, 'minutes.way', { way: ways })
  const end = told(writer, `minutes.objection_${o.status}`, {
    who: { person: o.by },
    version: o.resolvedIn ?? o.raisedOn,
  })
  return [raised, ...because, way, end].filter(Boolean).map(stopped).join(' ')
}

function objections(decision: Decision, writer: Writer): readonly Block[] {
  if (decision.objections.length === 0) return []
  return [
    paragraph(told(writer, 'minutes.objections')),
    { kind: 'list', items: decision.objections.map((o) => objectionLine(o, writer)) },
  ]
}

function circumstances(decision: Decision, writer: Writer): readonly Block[] {
  const { facilitators, guests, announcedAt, version } = decision
  return facts([
    { term: told(writer, 'minutes.decided_at'), value: moment(writer, announcedAt) },
    { term: told(writer, 'minutes.version_term'), value: String(version) },
    {
      term: told(writer, 'minutes.facilitated_by'),
      value: facilitators.length > 0 ? told(writer, 'minutes.in_turn', { who: people(facilitators) }) : '',
    },
    {
      term: told(writer, 'minutes.guests'),
      value: guests.length > 0 ? told(writer, 'minutes.names', { who: people(guests) }) : '',
    },
  ])
}

/** When something is looked at: now, and when its record was delivered. */
export interface Look {
  readonly now: Today
  readonly delivered: Millis | null
}

/** Everything a circle keeps of a decision (`domain.md` 10.2), the words first. */
export function decisionBlocks(decision: Decision, writer: Writer, { now, delivered }: Look): readonly Block[] {
  const state = statusText(status(decision, now, delivered), decision.absentHours, writer)
  const until = deadline({ delivered, absentHours: decision.absentHours })
  const window =
    absentOf(decision).length === 0 || until === null
      ? ''
      : told(writer, 'minutes.window', { at: moment(writer, until) })
  return [
    { kind: 'words', text: decision.fields.text },
    paragraph(state),
    ...fieldFacts(decision.fields, writer),
    ...circumstances(decision, writer),
    ...consentSet(decision, writer),
    ...(window === '' ? [] : [paragraph(window)]),
    ...objections(decision, writer),
    ...versions(decision, writer),
  ]
}
