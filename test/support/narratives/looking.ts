import { expect } from 'vitest'
import { eligible } from '../../../shared/parts/turns-order.ts'
import type { Table } from '../table.ts'

export function orderOf(t: Table) {
  return t.names(t.round.order)
}

export function queueOf(t: Table) {
  return t.names(t.round.queue.map((w) => w.person))
}

export function presentWithRight(t: Table) {
  return t.names(eligible(t.now.seats))
}

/** Whose turn it is, and who comes next. */
export function shows(t: Table, turn: { speaking: string | null; next: string | null }): void {
  expect({
    speaking: t.name(t.round.speaking?.person),
    next: t.name(t.round.queue[0]?.person),
  }).toEqual(turn)
}

/** How each objection stands, by id. */
export function objectionsOf(t: Table): Record<string, string> {
  return Object.fromEntries(t.consent.objections.map((o) => [o.id, o.status]))
}
