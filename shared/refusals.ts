import type { Code, Param, Refusal } from './types.ts'

/** Reasons to refuse, and the code of the error contract each travels under. */
export type Reasons = Readonly<Record<string, Code>>

/** Every reason that the rules around a process and its parts may give; a process brings its own. */
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
  answers_missing: 'wrong_state',
  objection_stands: 'wrong_state',
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
  secret_locked: 'wrong_state',
  sealed_unopened: 'wrong_state',
  answered_already: 'conflict',
  pen_elsewhere: 'conflict',
  text_changed: 'conflict',
  nothing_to_undo: 'conflict',
  meeting_runs: 'conflict',
  exists: 'conflict',
  too_many: 'full',
  blank: 'invalid',
  reason_needed: 'invalid',
  bad_setup: 'invalid',
} as const satisfies Reasons

export type Reason = keyof typeof reasons

/** A refusal as a value: nothing was done, and this is why. */
export function refusal(reason: Reason, params: Readonly<Record<string, Param>> = {}): Refusal {
  return { code: reasons[reason], reason, with: params }
}

/** How rules with reasons of their own say the verdict "no": by one of these, or by one that everybody may give. */
export function refusing<Own extends Reasons>(own: Own) {
  const all: Reasons = { ...reasons, ...own }
  return (reason: Reason | (keyof Own & string), params: Readonly<Record<string, Param>> = {}) => {
    const code = all[reason]
    if (code === undefined) throw new Error(`no such reason: ${reason}`)
    return { ok: false, refusal: { code, reason, with: params } satisfies Refusal } as const
  }
}

/** The verdict "no". */
export const no = refusing({})

/** The verdict "yes", with what follows; without events there was nothing to do. */
export function yes<Event>(...events: readonly Event[]) {
  return { ok: true, events } as const
}
