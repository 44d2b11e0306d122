import type { Run } from '../../../../shared/meeting/types.ts'
import type { Answer } from '../../../../shared/parts/answers.ts'
import { isOpen, type Objection } from '../../../../shared/parts/objections.ts'
import type { Consent, ConsentEvent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId, Seq } from '../../../../shared/types.ts'
import { anyone, type Choice, type Dice, oneOf, present, type Scene, somebody, words } from '../../plausible/scene.ts'
import { ofNotes, ofTurns, turnsOn } from '../../plausible/turns.ts'
import type { Plausible } from '../plausible.ts'
import { begins } from './begins.ts'
import { least } from './least.ts'
import { events, noted, told } from './noted.ts'

const begin = { start: null, direction: null } as const

/** Which answer a new one replaces, as the screen of the one who sends it knows. */
function replaces(
  run: Run,
  { answers: asked }: Consent,
  { actor, person }: { actor: PersonId; person: PersonId },
): Seq | null {
  const stands = asked?.given[person]
  if (!stands) return null
  if (stands.position !== null || actor !== person) return stands.seq
  return Math.max(stands.seq, run.sealedSeqs[asked?.slot ?? '']?.[person]?.at(-1) ?? 0)
}

/** The first time some object; to a new wording most have nothing. */
function answerOf(scene: Scene, isFresh: boolean): Answer {
  const roll = scene.dice(isFresh ? 20 : 10) - (isFresh ? 10 : 0)
  if (roll < 7) return { is: 'none' }
  return roll < 9 ? { is: 'objection', words: words(scene) } : { is: 'not ready', need: words(scene) }
}

/** An answer by its owner, or entered for them. */
function answers(run: Run, consent: Consent, person: PersonId, scene: Scene): readonly Choice[] {
  return [person, person, person, scene.scribe].map((actor) => ({
    actor,
    said: {
      type: 'consent.answer',
      replaces: replaces(run, consent, { actor, person }),
      answer: answerOf(scene, consent.past.length > 0),
      for: actor === person ? null : person,
    },
  }))
}

function written(consent: Consent, scene: Scene): Choice {
  const { draft, written: over } = consent.wording
  const { dice, lead } = scene
  const until = oneOf([null, '2027-04-30', '2026-10-31'] as const, dice) ?? null
  const by = dice(3) === 0 ? anyone(scene) : draft.by
  const text = dice(4) === 0 ? draft.text : `We try it, way ${dice(9)}.`
  return { actor: lead, said: { type: 'wording.write', fields: { ...draft, text, until, by }, over } }
}

function asking(mode: 'spoken' | 'simultaneous' | null, { lead }: Scene): Choice {
  return { actor: lead, said: { type: 'consent.ask', mode, ...begin } }
}

function modeOf(dice: Dice): 'spoken' | 'simultaneous' | null {
  return oneOf(['spoken', 'simultaneous', null] as const, dice) ?? null
}

/** Somebody who is here and still has to answer. */
function stillAsked(consent: Consent, { now, dice }: Scene): PersonId | undefined {
  const { answers: asked } = consent
  const open = now.seats.filter(
    (s) => s.attendance === 'present' && s.as === 'member' && !(s.person in (asked?.given ?? {})),
  )
  return oneOf(open, dice)?.person
}

function consenting(run: Run, consent: Consent, scene: Scene): readonly Choice[] {
  const { lead } = scene
  const round = consent.step.stage === 'consent' ? consent.step.round : null
  if (round?.paused) return [{ actor: lead, said: { type: 'round.resume' } }]
  const next = round?.speaking?.person ?? stillAsked(consent, scene) ?? Object.keys(consent.answers?.notReady ?? {})[0]
  const late = scene.now.seats.find(
    ({ person, here }) => person === next && here !== null && consent.answers && here > consent.answers.put,
  )
  if (late && scene.dice(4) === 0) return [{ actor: late.person, said: { type: 'consent.absent', for: null } }]
  return next ? answers(run, consent, next, scene) : [{ actor: lead, said: { type: 'consent.open' } }]
}

function working(consent: Consent, open: readonly Objection[], scene: Scene): readonly Choice[] {
  const { lead, dice } = scene
  const objection = oneOf(open, dice)
  if (!objection)
    return [{ actor: lead, said: { type: 'consent.recheck' } }, asking(modeOf(dice), scene), written(consent, scene)]
  const on = { objection: objection.id }
  const { phrase, aim, effect } = objection
  if (objection.status === 'raised' || objection.status === 'reopened')
    return [
      { actor: lead, said: { type: 'objection.hear', ...on } },
      {
        actor: objection.by,
        said: { type: 'objection.write', ...on, phrase, reason: 'It shuts people out.', aim, effect },
      },
    ]
  const move = oneOf(['ideas', 'wording'] as const, dice) ?? 'wording'
  return [
    { actor: lead, said: { type: 'objection.work', move } },
    written(consent, scene),
    asking(modeOf(dice), scene),
    { actor: lead, said: { type: 'consent.restate' } },
    ...(dice(2) === 0
      ? [{ actor: objection.by, said: { type: 'objection.withdraw', ...on, for: null } } as const]
      : []),
  ]
}

/** What brings a decision on from where it stands. */
function consentOn(run: Run, consent: Consent, scene: Scene): readonly Choice[] {
  const { lead, dice } = scene
  const { step } = consent
  const round = 'round' in step ? step.round : null
  const open = consent.objections.filter(isOpen)
  if (round && round.kind !== 'consent' && round.stage === 'running') return turnsOn(round, scene)
  const anything: Choice = { actor: lead, said: { type: 'consent.anything' } }
  switch (step.stage) {
    case 'present':
      if (consent.wording.draft.text === '') return [written(consent, scene)]
      return [anything, ...(['clarifying', 'reaction'] as const).map((r) => goesRound(r, scene))]
    case 'clarify':
      return [anything, goesRound('reaction', scene)]
    case 'react':
    case 'wording':
      return [
        anything,
        asking(modeOf(dice), scene),
        { actor: lead, said: { type: 'consent.restate' } },
        written(consent, scene),
      ]
    case 'restate':
      return [asking(modeOf(dice), scene)]
    case 'consent':
      return consenting(run, consent, scene)
    case 'acknowledge': {
      const heard = oneOf(open, dice)
      return [
        { actor: lead, said: heard ? { type: 'objection.hear', objection: heard.id } : { type: 'consent.announce' } },
      ]
    }
    case 'objections':
      return working(consent, open, scene)
    default:
      return []
  }
}

function goesRound(round: 'clarifying' | 'reaction' | 'exploration' | 'ideas', { lead }: Scene): Choice {
  return { actor: lead, said: { type: 'consent.round', round, ...begin } }
}

function ofObjections(consent: Consent, scene: Scene): readonly Choice[] {
  const { lead, scribe, dice } = scene
  const o = oneOf(consent.objections, dice)
  const raise: Choice = { actor: present(scene), said: { type: 'objection.raise', words: words(scene), for: null } }
  const raiseFor: Choice = { actor: scribe, said: { type: 'objection.raise', words: '', for: somebody(scene) } }
  if (!o) return [raise, raiseFor]
  const on = { objection: o.id }
  const as = oneOf(['heard', 'understood', 'integrating'] as const, dice) ?? 'heard'
  const ways = [['amend'], ['shorten', 'measure'], []] as const
  const { phrase, aim, effect } = o
  return [
    raise,
    raiseFor,
    { actor: lead, said: { type: 'objection.hear', ...on } },
    { actor: lead, said: { type: 'objection.mark', ...on, as } },
    { actor: lead, said: { type: 'objection.ways', ...on, ways: [...(oneOf(ways, dice) ?? [])] } },
    {
      actor: dice(2) === 0 ? o.by : scribe,
      said: { type: 'objection.write', ...on, phrase, reason: words(scene), aim, effect },
    },
    { actor: o.by, said: { type: 'objection.meets', ...on, meets: dice(2) === 0, for: null } },
    { actor: scribe, said: { type: 'objection.meets', ...on, meets: dice(2) === 0, for: o.by } },
    { actor: o.by, said: { type: 'objection.withdraw', ...on, for: null } },
    { actor: scribe, said: { type: 'objection.withdraw', ...on, for: o.by } },
    { actor: somebody(scene), said: { type: 'objection.withdraw', ...on, for: null } },
    {
      actor: lead,
      said: { type: 'objection.work', move: oneOf(['hear', 'ideas', 'wording'] as const, dice) ?? 'hear' },
    },
  ]
}

function ofEndings(scene: Scene, author: PersonId): readonly Choice[] {
  const { lead, dice } = scene
  const who = anyone(scene)
  const to = dice(2) === 0 ? 'helping circle' : 'other circle'
  return [
    { actor: lead, said: { type: 'consent.defer', when: 'next time', who, words: words(scene) } },
    {
      actor: lead,
      said: { type: 'consent.refer', to, words: 'They know more.', who: dice(2) === 0 ? who : null, when: '' },
    },
    { actor: author, said: { type: 'consent.withdraw' } },
    { actor: lead, said: { type: 'consent.drop' } },
  ]
}

/** Everything else that may happen to a decision. */
function ofConsent(run: Run, consent: Consent, scene: Scene): readonly Choice[] {
  const { lead, scribe, dice } = scene
  const round = 'round' in consent.step ? consent.step.round : null
  const to = oneOf(['present', 'clarify', 'react', 'wording'] as const, dice) ?? 'wording'
  const kind = oneOf(['clarifying', 'reaction', 'exploration', 'ideas'] as const, dice) ?? 'ideas'
  const pen = dice(2) === 0 ? scribe : consent.author
  return [
    ...answers(run, consent, somebody(scene), scene),
    ...answers(run, consent, anyone(scene), scene),
    ...(round ? ofTurns(round, scene) : []),
    ...ofNotes(consent.notes, scene),
    ...ofObjections(consent, scene),
    goesRound(kind, scene),
    { actor: lead, said: { type: 'consent.step', to } },
    { actor: lead, said: { type: 'consent.anything' } },
    { actor: lead, said: { type: 'consent.restate' } },
    { actor: lead, said: { type: 'consent.recheck' } },
    { actor: present(scene), said: { type: 'consent.absent', for: null } },
    { actor: scribe, said: { type: 'consent.absent', for: anyone(scene) } },
    { actor: lead, said: { type: 'consent.open' } },
    { actor: lead, said: { type: 'consent.announce' } },
    asking(modeOf(dice), scene),
    { ...written(consent, scene), actor: pen },
    { actor: pen, said: { type: 'wording.take' } },
    { actor: pen, said: { type: 'wording.leave' } },
    ...(dice(6) === 0 ? ofEndings(scene, consent.author) : []),
  ]
}

/** A decision by consent. */
export const plausible: Plausible<Consent, ConsentEvent> = {
  on: consentOn,
  besides: ofConsent,
  setup: () => null,
  begins,
  leaves: (_, lead) => [{ type: 'consent.defer', when: 'next time', who: lead, words: '' }],
  replaces,
  answered: (state) => Object.keys(state.answers?.given ?? {}),
  answering: ['consent.answer', 'objection.raise'],
  final: ['answers.opened', 'consent.announced'],
  noted,
  told,
  events,
  least,
  secrets: {
    begins: ['sealed'],
    opening: ['consent.open'],
    flipped: 100,
    opened: 30,
    replaced: 15,
    told: { 'answers.opened': 40 },
  },
}
