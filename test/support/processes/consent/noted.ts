import type { AnswersEvent } from '../../../../shared/parts/answers.ts'
import { objectionEvents, type Status } from '../../../../shared/parts/objections.ts'
import { turnsEvents } from '../../../../shared/parts/turns.ts'
import type { Consent, ConsentEvent } from '../../../../shared/processes/consent/types.ts'
import { notesEvents, wordingEvents } from '../parts.ts'

const lives: Readonly<Record<Status, true>> = {
  raised: true,
  heard: true,
  understood: true,
  integrating: true,
  addressed: true,
  confirmed: true,
  reopened: true,
  integrated: true,
  withdrawn: true,
  carried: true,
  lapsed: true,
}
export const statuses = Object.keys(lives)

const answersEvents: Readonly<Record<AnswersEvent['type'], true>> = {
  'consent.asked': true,
  'consent.answered': true,
  'consent.not_ready': true,
  'consent.set_aside': true,
  'answers.opened': true,
  'answer.taken_back': true,
  'required.grew': true,
}

export const events: Readonly<Record<ConsentEvent['type'], true>> = {
  'consent.presented': true,
  'consent.stepped': true,
  'consent.anything': true,
  'consent.restated': true,
  'consent.complete': true,
  'consent.resumed': true,
  'consent.exploring': true,
  'consent.announced': true,
  'consent.ended': true,
  ...answersEvents,
  ...objectionEvents,
  ...wordingEvents,
  ...turnsEvents,
  ...notesEvents,
}

export function noted({ objections, answers }: Consent): readonly string[] {
  return [...objections.map(({ status }) => status), ...(answers ? [`asked ${answers.mode}`] : [])]
}

export function told(event: ConsentEvent): readonly string[] {
  if (event.type === 'consent.ended') return [`proposal ${event.how}`]
  return event.type === 'consent.announced' ? [`decision ${event.effect}`] : []
}
