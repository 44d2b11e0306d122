import { record } from '../../../shared/text/en/record.ts'
import { room } from '../../../shared/text/en/room.ts'
import { script } from '../../../shared/text/en/script.ts'
import { learn } from './text.ts'

learn(record)
learn(room)
learn(script)
