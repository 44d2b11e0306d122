import { expect, test } from 'vitest'
import { commands } from '../../server/gate/commands.ts'
import { keyOfSchema } from '../../server/gate/key.ts'
import { createGate } from '../../server/gate.ts'

test('every command there is has one shape, by which the gate knows it', () => {
  const gate = createGate(commands)
  for (const [kind, schemas] of Object.entries(commands)) {
    for (const schema of schemas) {
      const [type, of] = keyOfSchema(schema as object).split(' ')
      const refused = gate.command(kind, of === undefined ? { type, '?': 0 } : { type, kind: of, '?': 0 })
      expect(refused, `${type} is known, and has no field of that name`).toMatchObject({ path: '/command/?' })
    }
  }
})
