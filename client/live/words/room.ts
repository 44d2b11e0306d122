import { room } from '../../../shared/text/en/room.ts'
import { learn } from './text.ts'

learn(room)
