import type { NotesEvent } from '../../../shared/parts/notes.ts'
import type { WordingEvent } from '../../../shared/parts/wording.ts'

/** For processes that are made of parts. */
export const notesEvents: Readonly<Record<NotesEvent['type'], true>> = { 'note.written': true, 'note.removed': true }

export const wordingEvents: Readonly<Record<WordingEvent['type'], true>> = {
  'wording.taken': true,
  'wording.written': true,
  'wording.left': true,
  'version.frozen': true,
}
