import type { Millis, PersonId, StreamId } from '../../shared/types.ts'
import type { Fold, News } from '../host/folds.ts'
import { type Log, traceOf } from '../log.ts'
import type { Nodes } from '../nodes/nodes.ts'
import type { Rules } from '../rules.ts'
import type { Person } from '../store/store.ts'
import type { Follower, Followers } from './followers.ts'
import { framesOf } from './frames.ts'
import { mentioned, type Names, namesOf } from './names.ts'
import { type HereNow, hereNow } from './presence.ts'
import type { Io } from './wire.ts'

interface TellingParts {
  readonly io: Io
  readonly followers: Followers
  readonly nodes: Pick<Nodes, 'presence'>
  readonly names: Names
  readonly rolesOf: Rules['rolesOf']
  readonly log: Log
}

export interface Telling {
  /** One frame per viewer: serialised once for everyone, singly only for who sees more than others. */
  entries(news: News): void
  /** The names of these people, as far as this line has not been told them so. */
  names(follower: Follower, persons: readonly Person[]): void
  /** Everyone who knows them by another name is told how these people are called now. */
  named(persons: readonly Person[]): void
  /** Something changed about who is here: those who see a difference are told in a moment, all at once. */
  hereChanged(fold: Fold): void
  /** Everyone is told who is here, whether or not it changed. */
  hereAgain(fold: Fold): Promise<void>
  /** Somebody who has just come is told who is here. */
  greet(follower: Follower, fold: Fold): Promise<void>
  close(): void
}

/** So long changes are collected: after a restart everyone comes back at once. */
const collecting: Millis = 100

/** Tells lines what happened in what they follow, each what it may see. */
export function createTelling({ io, followers, nodes, names, rolesOf, log }: TellingParts): Telling {
  const changed = new Map<StreamId, Fold>()
  let timer: NodeJS.Timeout | null = null

  function tell(follower: Follower, here: HereNow, isAgain: boolean): void {
    const { stream } = here.all
    const isRecording = seats(follower, stream).some((as) => as !== null && here.recorders.has(as))
    const what = isRecording ? here.recording : here.all
    const text = JSON.stringify(what)
    if (!isAgain && follower.toldHere.get(stream) === text) return
    follower.toldHere.set(stream, text)
    follower.line.emit('here', what)
  }

  async function hereIn({ stream, about, state }: Fold): Promise<HereNow | null> {
    const roles = rolesOf(about.kind, state)
    return roles && hereNow(nodes.presence, stream, roles)
  }

  async function tellAll(fold: Fold, isAgain: boolean): Promise<void> {
    const here = await hereIn(fold)
    if (here) for (const follower of followers.of(fold.stream)) tell(follower, here, isAgain)
  }

  function flush(): void {
    timer = null
    for (const fold of changed.values()) {
      tellAll(fold, false).catch((error) =>
        log.warn({ ...traceOf(error), stream: fold.stream }, 'who is here could not be told'),
      )
    }
    changed.clear()
  }

  function hereChanged(fold: Fold): void {
    changed.set(fold.stream, fold)
    timer ??= setTimeout(flush, collecting).unref()
  }

  function tellNames(follower: Follower, persons: readonly Person[]): void {
    const news = persons.filter((person) => follower.toldNames.get(person.id) !== asTold(person))
    if (news.length === 0) return
    for (const person of news) follower.toldNames.set(person.id, asTold(person))
    follower.line.emit('people', namesOf(news))
  }

  return {
    hereChanged,
    names: tellNames,
    named(persons) {
      for (const follower of followers.all) {
        tellNames(
          follower,
          persons.filter(({ id }) => follower.toldNames.has(id)),
        )
      }
    },
    hereAgain: (fold) => tellAll(fold, true),
    close() {
      if (timer) clearTimeout(timer)
    },
    entries({ fold, entries }) {
      const { stream, about, rules } = fold
      const known = names.known(about.community)
      const { everyone, readers, of } = framesOf(rules, entries)
      // Only whom they may see mentioned: a name that came with a secret would tell it.
      const persons = mentioned(everyone, known)
      for (const follower of followers.of(stream)) tellNames(follower, persons)
      const isReader = (as: PersonId | null) => as !== null && readers.has(as)
      const apart =
        readers.size === 0 ? [] : [...followers.of(stream)].filter((one) => seats(one, stream).some(isReader))
      const others = apart.map(({ line }) => line.id)
      io.to(stream).except(others).emit('entries', { stream, as: null, entries: everyone })
      for (const follower of apart) {
        for (const as of seats(follower, stream)) {
          const seen = as !== null && isReader(as) ? of(as) : everyone
          tellNames(follower, mentioned(seen, known))
          follower.line.emit('entries', { stream, as, entries: seen })
        }
      }
      hereChanged(fold)
    },
    async greet(follower, fold) {
      const here = await hereIn(fold)
      if (here) tell(follower, here, true)
      hereChanged(fold)
    },
  }
}

/** Somebody is told again once this is another. */
function asTold({ name, hint }: Person): string {
  return JSON.stringify([name, hint])
}

/** People first: what everyone sees comes last, when those who see more already have their own. */
function seats({ follows }: Follower, stream: StreamId): readonly (PersonId | null)[] {
  const all = [...(follows.get(stream)?.seats ?? [])]
  return [...all.filter((as) => as !== null), ...all.filter((as) => as === null)]
}
