import { circleStream } from '../../shared/circle/stream.ts'
import type { AnyRules } from './desk.ts'

export const circleRules = circleStream as unknown as AnyRules
