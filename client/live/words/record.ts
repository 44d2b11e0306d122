import { record } from '../../../shared/text/en/record.ts'
import { script } from '../../../shared/text/en/script.ts'
import { learn } from './text.ts'

learn(record)
learn(script)
