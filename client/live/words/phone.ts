import { participant } from '../../../shared/text/en/participant.ts'
import { learn } from './text.ts'

learn(participant)
