import type { Register } from '../circle/register.ts'
import type { Decision } from '../circle/types.ts'
import { dateIn, dayOf } from '../text/when.ts'
import type { Millis } from '../types.ts'
import { decisionBlocks } from './decision.ts'
import type { Doc, Section } from './doc.ts'
import { deliveredAt } from './status.ts'
import { told, type Writer } from './writer.ts'

/** The decision log of a circle as it stands at this moment, newest first. */
export function log(name: string, register: Register, writer: Writer, at: Millis): Doc {
  const now = { at, day: dayOf(writer, at) }
  const one = (decision: Decision): Section => ({
    heading: decision.title,
    blocks: decisionBlocks(decision, writer, { now, delivered: deliveredAt(register, decision) }),
  })
  return {
    title: told(writer, 'minutes.log_title', { circle: { words: name } }),
    subtitle: told(writer, 'minutes.log_as_of', { date: dateIn(writer, at) }),
    lang: writer.language,
    sections:
      register.decisions.length === 0
        ? [{ heading: told(writer, 'minutes.nothing_decided'), blocks: [] }]
        : [...register.decisions].reverse().map(one),
  }
}
