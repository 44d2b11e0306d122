import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROTOCOL } from '../../shared/protocol.ts'
import { fingerprint, published } from '../support/published.ts'

// One line for each protocol there was: a changed shape needs a new number, and a new line here.
const history: Readonly<Record<number, string>> = {
  1: '4380dc21f7303aef',
}

describe('the wire', () => {
  test('a changed shape has a new PROTOCOL number', () => {
    expect(fingerprint()).toBe(history[PROTOCOL])
  })

  test('docs/commands.schema.json is what the gate holds commands to', () => {
    const written = readFileSync(path.join(import.meta.dirname, '../../docs/commands.schema.json'), 'utf8')
    expect(written).toBe(published())
  })
})
