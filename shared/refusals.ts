import type { Code, Param, Refusal } from './types.ts'

/** Every reason a rule may give, and the code of the error contract it travels under. */
export const reasons = {
  not_facilitator: 'forbidden',
  not_facilitator_or_secretary: 'forbidden',
  not_member: 'forbidden',
  not_yours: 'forbidden',
  not_for_others: 'forbidden',
  no_consent_right: 'forbidden',
  only_meetings: 'forbidden',
  unknown_person: 'not_found',
  unknown_item: 'not_found',
  unknown_process: 'not_found',
  unknown_objection: 'not_found',
  unknown_note: 'not_found',
  unknown_decision: 'not_found',
  not_here: 'wrong_state',
  not_now: 'wrong_state',
  moved_on: 'wrong_state',
  wording_changed: 'stale_version',
  not_your_turn: 'not_your_turn',
  turn_over: 'not_your_turn',
  paused: 'wrong_state',
  no_pass: 'wrong_state',
  no_done: 'wrong_state',
  no_early_end: 'wrong_state',
  not_heard_all: 'wrong_state',
  came_back_once: 'wrong_state',
  already_asked: 'wrong_state',
  nobody_to_ask: 'wrong_state',
  round_running: 'wrong_state',
  back_once: 'wrong_state',
  answer_first: 'wrong_state',
  answers_missing: 'wrong_state',
  someone_not_ready: 'wrong_state',
  objection_open: 'wrong_state',
  objection_stands: 'wrong_state',
  hear_first: 'wrong_state',
  nothing_changed: 'wrong_state',
  react_first: 'wrong_state',
  aside_first: 'wrong_state',
  aside_stopped: 'wrong_state',
  needs_consent: 'wrong_state',
  presented: 'wrong_state',
  is_open: 'wrong_state',
  is_closed: 'wrong_state',
  other_item_open: 'wrong_state',
  not_open: 'wrong_state',
  not_ended: 'wrong_state',
  too_late: 'wrong_state',
  nobody_here: 'wrong_state',
  chair_held: 'wrong_state',
  chair_not_yet: 'wrong_state',
  no_offer: 'wrong_state',
  no_proposal_text: 'wrong_state',
  secret_locked: 'wrong_state',
  sealed_unopened: 'wrong_state',
  answered_already: 'conflict',
  pen_elsewhere: 'conflict',
  text_changed: 'conflict',
  nothing_to_undo: 'conflict',
  meeting_runs: 'conflict',
  exists: 'conflict',
  blank: 'invalid',
  reason_needed: 'invalid',
  bad_setup: 'invalid',
} as const satisfies Record<string, Code>

export type Reason = keyof typeof reasons

/** A refusal as a value: nothing was done, and this is why. */
export function refusal(reason: Reason, params: Readonly<Record<string, Param>> = {}): Refusal {
  return { code: reasons[reason], reason, with: params }
}

/** The verdict "no". */
export function no(reason: Reason, params: Readonly<Record<string, Param>> = {}) {
  return { ok: false, refusal: refusal(reason, params) } as const
}

/** The verdict "yes", with what follows; without events there was nothing to do. */
export function yes<Event>(...events: readonly Event[]) {
  return { ok: true, events } as const
}
