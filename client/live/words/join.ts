import { join } from '../../../shared/text/en/join.ts'
import { learn } from './text.ts'

learn(join)
