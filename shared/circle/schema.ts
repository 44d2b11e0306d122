import Type, { type Static } from 'typebox'
import { BacklogRef, command, DecisionRef, DirectionRef, NoteText, PersonRef, TitleText } from '../parts/schema.ts'

const HabitsSchema = Type.Object(
  {
    consentMode: Type.Union([Type.Literal('spoken'), Type.Literal('simultaneous')]),
    roundStart: Type.Union([Type.Literal('rotate'), Type.Literal('remote first')]),
    alternateDirection: Type.Boolean(),
    facilitatorMid: Type.Boolean(),
  },
  { additionalProperties: false },
)

const own = [
  command('circle.name', { name: TitleText, aim: NoteText }),
  command('circle.habits', { habits: HabitsSchema }),
  command('circle.seat', { person: PersonRef, by: DirectionRef }),
  command('backlog.add', { title: TitleText }),
  command('backlog.remove', { id: BacklogRef }),
  command('decision.word', {
    decision: DecisionRef,
    person: PersonRef,
    answer: Type.Union([Type.Literal('no objection'), Type.Literal('objection')]),
    words: NoteText,
  }),
] as const

/** For the gate: every command a client may send to a circle. */
export const CircleCommandSchemas = [...own]
export type CircleOwn = Static<(typeof own)[number]>
