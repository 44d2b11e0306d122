import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { published } from './published.ts'
import { told } from './told.ts'

// Writes the JSON Schema that docs/protocol.md speaks of: npm run schemas, after changing a shape.
writeFileSync(path.join(import.meta.dirname, '../../docs/protocol.schema.json'), published(told()))
