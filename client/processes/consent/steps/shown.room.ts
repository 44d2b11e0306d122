import type { Item } from '../../../../shared/meeting/types.ts'
import type { Consent, Stage, Step } from '../../../../shared/processes/consent/types.ts'
import type { useText } from '../../../live/words/text.ts'

/** What every picture of a decision is made from. */
export interface Shown {
  readonly item: Item
  readonly state: Consent
}

export type At<S extends Stage> = Extract<Step, { stage: S }>

/** "Version 2" of the wording that is put; nothing before there is one. */
export function versionOf(state: Consent, text: ReturnType<typeof useText>): string {
  const last = state.wording.versions.at(-1)
  return last ? text('room.version', { version: last.n }) : ''
}

/** The words as they were last put to everyone, or as they are being worded before that. */
export function wordsOf(state: Consent): string {
  return state.wording.versions.at(-1)?.fields.text ?? state.wording.draft.text
}
