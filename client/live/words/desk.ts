import { facilitator } from '../../../shared/text/en/facilitator.ts'
import { learn } from './text.ts'

learn(facilitator)
