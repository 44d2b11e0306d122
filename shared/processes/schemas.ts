import Type from 'typebox'
import { ConsentSchemas, SetupSchema as ConsentSetup, DropSchema } from './consent/schema.ts'
import { RoundSchemas, SetupSchema as RoundSetup } from './round/schema.ts'

/** For the gate: every process command. */
export const processSchemas = [...ConsentSchemas, ...RoundSchemas]

/** What a process may be begun with. */
export const setups = [
  { kind: Type.Literal('consent'), setup: ConsentSetup },
  { kind: Type.Literal('round'), setup: RoundSetup },
] as const

/** Process commands that a quick consent may carry out; the ask is that of the moment of agreement. */
export const agreeable = [DropSchema] as const
