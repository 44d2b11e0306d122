import { type Reasons, refusing } from '../../refusals.ts'

/** Why a decision by consent may refuse, beside what any rule may say. */
export const reasons = {
  unknown_objection: 'not_found',
  answer_first: 'wrong_state',
  someone_not_ready: 'wrong_state',
  objection_open: 'wrong_state',
  hear_first: 'wrong_state',
  nothing_changed: 'wrong_state',
  react_first: 'wrong_state',
  no_proposal_text: 'wrong_state',
} as const satisfies Reasons

export const no = refusing(reasons)
