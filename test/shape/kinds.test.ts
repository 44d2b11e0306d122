import { expect, test } from 'vitest'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import { NoteSchemas, ObjectionSchemas, TurnSchemas, WordingSchemas } from '../../shared/parts/schema.ts'
import { turnsEvents } from '../../shared/parts/turns.ts'
import { type Kind, processes } from '../../shared/processes/index.ts'
import { processesOn } from '../../shared/processes/known.ts'
import { processEvents } from '../support/processes/index.ts'
import { notesEvents, wordingEvents } from '../support/processes/parts.ts'
import { filesUnder, textOf } from './files.ts'

interface Named {
  readonly properties: { readonly type: { readonly const: string } }
}

function typeOf({ properties }: Named): string {
  return properties.type.const
}

const kinds = Object.keys(processes) as readonly Kind[]

/** The lists that a kind stands in; its own folders are named like it. */
const lists = [
  /^shared\/processes\/(index|schemas)\.ts$/,
  /^shared\/text\//,
  /^client\/processes\/index\.ts$/,
  // Looks of controls, which know no meeting.
  /^client\/ui\//,
  /^test\/support\/processes\/index\.ts$/,
]

/** Stories that are told of the kinds there are, and the stage for them: another kind needs nothing of these. */
const stories = /^test\/support\/(narratives\/|harrow|guest-room|meetings|started|play|table|oracle)/

/** Where nobody may know a kind: the code, and what the tests are made of. */
const files = [
  ...['client', 'server', 'shared'].flatMap((folder) => filesUnder(folder, ['.ts', '.tsx'])),
  ...['test/laws', 'test/storms', 'test/support'].flatMap((folder) => filesUnder(folder, ['.ts'])),
].filter((file) => !lists.some((list) => list.test(file)) && !stories.test(file))

function isOwn(file: string, kind: Kind): boolean {
  return file.split('/').includes(kind)
}

/**
 * Ways to name a kind: an import of its files, a comparison with its name. A round has a kind of its own,
 * which may be a consent round in whatever process; so have the parts, which know no process at all.
 */
function namings(text: string, kind: Kind): readonly string[] {
  const ways = [
    new RegExp(`from '[^']*processes/${kind}/[^']*'`, 'g'),
    new RegExp(`(?<!(?:round|turns)\\??)\\.kind\\)? ?(?:===|!==) ?'${kind}'`, 'g'),
    new RegExp(`\\bkind: '${kind}'`, 'g'),
    new RegExp(`processes\\.${kind}\\b|processOf\\('${kind}'\\)`, 'g'),
  ]
  return ways.flatMap((way) => text.match(way) ?? [])
}

test.each(kinds)('%s is named in its own folders and in the lists, and nowhere else', (kind) => {
  const named = files
    .filter((file) => !isOwn(file, kind) && !file.startsWith('shared/parts/'))
    .flatMap((file) => namings(textOf(file), kind).map((what) => `${file}: ${what}`))
  expect(named).toEqual([])
})

test('a command that only one kind knows is named by nobody else', () => {
  const ofParts = new Set([...TurnSchemas, ...NoteSchemas, ...ObjectionSchemas, ...WordingSchemas].map(typeOf))
  const commands = (MeetingCommandSchemas as readonly Named[]).filter(({ properties }) => 'process' in properties)
  const types = [...new Set(commands.map(typeOf))].filter((type) => !ofParts.has(type))
  const own = (file: string) => kinds.some((kind) => isOwn(file, kind))
  const named = files
    .filter((file) => !own(file) && !file.startsWith('shared/parts/'))
    .flatMap((file) => types.filter((type) => textOf(file).includes(`'${type}'`)).map((type) => `${file}: ${type}`))
  expect(types.length).toBeGreaterThan(10)
  expect(named).toEqual([])
})

test('an event that only one kind tells, and the name of a beginning, stand in no law, storm or generator of all', () => {
  const ofParts = new Set(Object.keys({ ...turnsEvents, ...notesEvents, ...wordingEvents }))
  const events = processEvents.filter((event) => !ofParts.has(event))
  const begun = kinds.flatMap((kind) => [`'${kind}: `, `"${kind}: `])
  const own = (file: string) => kinds.some((kind) => isOwn(file, kind))
  const named = files
    .filter((file) => file.startsWith('test/') && !own(file))
    .flatMap((file) => [...events.map((e) => `'${e}'`), ...begun].filter((name) => textOf(file).includes(name)))
  expect(events.length).toBeGreaterThan(10)
  expect(named).toEqual([])
})

test('a phone loads a kind for the items that may hold it', () => {
  const list = textOf('client/processes/index.ts')
  const said = kinds.map((kind) => new RegExp(`\\b${kind}: \\{\\s+at: \\[([^\\]]*)\\]`).exec(list)?.[1] ?? '')
  expect(said).toEqual(kinds.map((kind) => processes[kind].on.map((item) => `'${item}'`).join(', ')))
})

test('a kind of item opens with one process at most by itself', () => {
  const draft = { text: '', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
  const around = {
    ...{ actor: 'p', now: 0, seed: 0, unreachable: {}, facilitator: null, secretary: null, seats: [], lastRound: null },
    ...{ sealed: {}, sealedLast: {}, agreed: false, settings: {} as never },
  }
  for (const item of ['decide', 'talk'] as const) {
    const opening = processesOn(item).filter(({ opens }) => opens({ lead: 'p', draft }, around) !== null)
    expect(opening.length, item).toBeLessThanOrEqual(1)
  }
})
