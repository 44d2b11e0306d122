import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { published } from './support/published.ts'

// Writes the commands' JSON Schema that docs/protocol.md speaks of. Run it after changing a schema.
writeFileSync(path.join(import.meta.dirname, '../docs/commands.schema.json'), published())
