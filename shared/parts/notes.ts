import type { Around } from '../processes/process.ts'
import { no, yes } from '../refusals.ts'
import type { PersonId, Verdict } from '../types.ts'
import { most, tooMany } from './most.ts'
import type { NoteCommand } from './schema.ts'
import { records } from './who.ts'

/** What a round leaves: questions with their answers, key points, ideas. Without names. */
export interface Note {
  readonly id: string
  readonly kind: 'question' | 'point' | 'exploration' | 'idea'
  readonly text: string
  readonly answer: string
}

export type NotesEvent =
  | { readonly type: 'note.written'; readonly note: Note }
  | { readonly type: 'note.removed'; readonly id: string }

/** What everyone sees at once of notes, on the screen of whoever writes them. */
export const predictableNotes = ['note.write', 'note.remove'] as const

/** Notes are nobody's to undo and leave the undo of what was before. */
export const lightNotes = ['note.written', 'note.removed'] as const

export function isNoteCommand(command: { readonly type: string }): command is NoteCommand {
  return command.type === 'note.write' || command.type === 'note.remove'
}

export function isNotesEvent(event: { readonly type: string }): event is NotesEvent {
  return event.type === 'note.written' || event.type === 'note.removed'
}

/** Facilitator and secretary note; so does whoever is speaking, of their own words. */
export function decideNotes(
  notes: readonly Note[],
  command: NoteCommand,
  around: Around,
  speaking: PersonId | null,
): Verdict<NotesEvent> {
  const own = around.actor === speaking && command.type === 'note.write' && command.note === null
  if (!records(around) && !own) return no('not_facilitator_or_secretary')
  if (command.note !== null && !notes.some((n) => n.id === command.note)) return no('unknown_note')
  if (command.type === 'note.remove') return yes({ type: 'note.removed', id: command.note })
  if (command.text === '') return no('blank')
  if (command.note === null && notes.length >= most.notes) return tooMany('notes')
  const id = command.note ?? `n${notes.reduce((top, n) => Math.max(top, Number(n.id.slice(1))), 0) + 1}`
  const note: Note = { id, kind: command.kind, text: command.text, answer: command.answer }
  const same = notes.find((n) => n.id === id)
  if (same && same.text === note.text && same.answer === note.answer) return yes()
  return yes({ type: 'note.written', note })
}

/** Folds one event; a note that is written again keeps its place. */
export function evolveNotes(notes: readonly Note[], event: NotesEvent): readonly Note[] {
  if (event.type === 'note.removed') return notes.filter((n) => n.id !== event.id)
  const { note } = event
  return notes.some((n) => n.id === note.id) ? notes.map((n) => (n.id === note.id ? note : n)) : [...notes, note]
}
