import { statuses } from './noted.ts'

const stages = ['present', 'clarify', 'react', 'wording', 'restate', 'consent', 'acknowledge', 'objections'] as const

/** How often at least chance has to have led there. */
export const least = {
  met: {
    ...Object.fromEntries(stages.map((stage) => [`step ${stage}`, 20])),
    ...Object.fromEntries(statuses.map((status) => [status, 1])),
    ...{ 'decision adopted': 20, 'decision provisional': 2, 'decision on-hold': 2 },
    ...{ 'asked spoken': 1_000, 'asked simultaneous': 1_000 },
    ...{ 'consent.announced': 50, 'consent.complete': 200, 'consent.resumed': 2, 'answers.opened': 40 },
    ...{ 'objection.raised': 150, 'objection.reopened': 5, 'version.frozen': 150 },
    ...{ 'turn.stepped_back': 10, 'round.closed': 5 },
  },
  guessed: { 'consent.answer': 400, 'objection.hear': 50, 'wording.write': 50, 'turn.done': 50 },
  undone: { asked: 90, stepped_back: 2, round_started: 20, hearing: 40, recorded_none: 10 },
  stormed: { 'consent.answered': 50, sealed: 25, 'answers.opened': 2 },
}
