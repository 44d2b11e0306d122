import { circleStream } from '../../../shared/circle/stream.ts'
import { opaqueRules } from '../board.ts'

export const circleRules = opaqueRules(circleStream)
