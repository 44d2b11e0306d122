import { ConsentSchemas, SetupSchema as ConsentSetup, DropSchema } from './consent/schema.ts'
import { RoundSchemas, SetupSchema as RoundSetup } from './round/schema.ts'

/** For the gate: every process command, and the setups that a command may carry. */
export const processSchemas = [...ConsentSchemas, ...RoundSchemas]
export const setupSchemas = { consent: ConsentSetup, round: RoundSetup }

/** Process commands that a quick consent may carry out; the ask is that of the moment of agreement. */
export const agreeable = [DropSchema] as const
