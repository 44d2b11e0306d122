import { facilitator } from '../../../shared/text/en/facilitator.ts'
import { record } from '../../../shared/text/en/record.ts'
import { room } from '../../../shared/text/en/room.ts'
import { learn } from '../text.ts'

learn(facilitator)
learn(record)
learn(room)
