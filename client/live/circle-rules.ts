import { circleStream } from '../../shared/circle/stream.ts'
import { opaqueRules } from './desk.ts'

export const circleRules = opaqueRules(circleStream)
