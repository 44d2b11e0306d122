import { circleStream } from '../../shared/circle/stream.ts'
import type { AnyRules } from './desk.ts'
import { learnRules } from './rules.ts'

learnRules('c', circleStream as unknown as AnyRules)
