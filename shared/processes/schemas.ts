import { ConsentSchemas, SetupSchema as ConsentSetup } from './consent/schema.ts'
import { RoundSchemas, SetupSchema as RoundSetup } from './round/schema.ts'

/** For the gate: every process command, and the setups that a command may carry. */
export const processSchemas = [...ConsentSchemas, ...RoundSchemas]
export const setupSchemas = { consent: ConsentSetup, round: RoundSetup }
