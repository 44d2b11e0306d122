import type { NotesEvent } from '../../../shared/parts/notes.ts'

/** For processes that are made of parts. */
export const notesEvents: Readonly<Record<NotesEvent['type'], true>> = { 'note.written': true, 'note.removed': true }
