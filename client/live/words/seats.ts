import { seats } from '../../../shared/text/en/seats.ts'
import { learn } from './text.ts'

learn(seats)
