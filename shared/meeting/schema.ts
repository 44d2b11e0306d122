import Type, { type Static } from 'typebox'
import {
  BacklogRef,
  CircleRef,
  command,
  DirectionRef,
  FieldsSchema,
  ItemRef,
  MeetingRef,
  NoteText,
  OrNull,
  PersonRef,
  SeqNo,
  TitleText,
  WhenText,
} from '../parts/schema.ts'
import { agreeable, processSchemas, setups } from '../processes/schemas.ts'

const For = { for: OrNull(PersonRef) }
const NextStep = Type.Object(
  { when: WhenText, who: OrNull(PersonRef), words: NoteText },
  { additionalProperties: false },
)
const Block = Type.String({ pattern: '^(meeting|i[0-9]{1,4})$' })

/** What may be agreed to in a quick consent and is then carried out with it. */
const Does = Type.Union([
  command('item.drop', { item: ItemRef }),
  command('item.add', { title: TitleText, kind: Type.Union([Type.Literal('decide'), Type.Literal('talk')]) }),
  command('chair.give', { to: PersonRef }),
  ...agreeable,
])

const own = [
  command('meeting.call', {
    meeting: MeetingRef,
    circle: CircleRef,
    // By title, or as they wait in the circle.
    items: Type.Array(
      Type.Union([
        Type.Object({ title: TitleText }, { additionalProperties: false }),
        Type.Object({ backlog: BacklogRef }, { additionalProperties: false }),
      ]),
      { maxItems: 50 },
    ),
  }),
  command('meeting.open', { item: OrNull(ItemRef) }),
  command('meeting.end', { next: OrNull(NextStep) }),
  command('meeting.reopen', {}),
  command('here', { remote: Type.Boolean(), ...For }),
  command('seat.mark', {
    person: PersonRef,
    attendance: Type.Union([
      Type.Literal('expected'),
      Type.Literal('present'),
      Type.Literal('out'),
      Type.Literal('left'),
      Type.Literal('absent'),
    ]),
    /** Said again after the warning that this person has an objection standing. */
    confirmed: Type.Boolean(),
  }),
  command('seat.no_device', { people: Type.Array(PersonRef, { minItems: 1, maxItems: 500, uniqueItems: true }) }),
  command('seat.remote', { person: PersonRef, remote: Type.Boolean() }),
  command('seat.move', { person: PersonRef, by: DirectionRef }),
  command('seat.remove', { person: PersonRef }),
  command('person.add', { person: PersonRef, as: Type.Union([Type.Literal('member'), Type.Literal('guest')]) }),
  command('join.self', { as: Type.Union([Type.Literal('member'), Type.Literal('guest')]) }),
  command('people.circle', {}),
  command('role.set', {
    role: Type.Union([Type.Literal('secretary'), Type.Literal('backup')]),
    person: OrNull(PersonRef),
  }),
  command('chair.offer', { to: PersonRef }),
  command('chair.accept', {}),
  command('chair.decline', {}),
  command('chair.take', {}),
  command('item.add', { title: TitleText, kind: Type.Union([Type.Literal('decide'), Type.Literal('talk')]) }),
  command('item.rename', { item: ItemRef, title: TitleText }),
  command('item.draft', { item: ItemRef, fields: FieldsSchema, over: SeqNo }),
  command('item.move', { item: ItemRef, by: DirectionRef }),
  command('item.open', { item: ItemRef }),
  command('item.pause', {}),
  command('item.close', { next: NextStep }),
  command('item.drop', { item: ItemRef }),
  ...setups.map(({ kind, setup }) => command('process.begin', { item: ItemRef, kind, setup })),
  command('aside.put', {
    // Null is the ready-made question whether to do just what it does.
    text: OrNull(NoteText),
    form: Type.Union([Type.Literal('aloud'), Type.Literal('signal')]),
    does: OrNull(Does),
  }),
  // The quick consent it means; without one, whichever is open.
  command('aside.object', { aside: Type.Optional(SeqNo), ...For }),
  command('aside.full', { aside: Type.Optional(SeqNo) }),
  command('aside.agree', { aside: SeqNo }),
  command('aside.answer', { aside: SeqNo, ...For }),
  command('aside.drop', { aside: SeqNo }),
  // The words to decide on, where the question was ready-made.
  command('aside.take_up', { aside: SeqNo, text: OrNull(NoteText) }),
  command('pen.take', { block: Block }),
  command('block.write', { block: Block, text: NoteText, over: SeqNo }),
  command('pen.leave', {}),
  command('undo', { seq: SeqNo }),
] as const

/** For the gate: every command a client may send to a meeting. */
export const MeetingCommandSchemas = [...own, ...processSchemas]
export type MeetingOwn = Static<(typeof own)[number]>
export type DoesCommand = Static<typeof Does>
