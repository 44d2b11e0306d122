import type { NotesEvent } from '../../../shared/parts/notes.ts'
import type { TurnsEvent } from '../../../shared/parts/turns.ts'

/** The events of the parts, for processes that are made of them. */
export const turnsEvents: Readonly<Record<TurnsEvent['type'], true>> = {
  'round.started': true,
  'turn.ended': true,
  'turn.given': true,
  'turn.unpassed': true,
  'turn.stepped_back': true,
  'turn.moved': true,
  'turn.joined': true,
  'turn.dropped': true,
  'round.paused': true,
  'round.resumed': true,
  'round.heard': true,
  'round.ended': true,
  'round.restarted': true,
  'round.closed': true,
}

export const notesEvents: Readonly<Record<NotesEvent['type'], true>> = { 'note.written': true, 'note.removed': true }
