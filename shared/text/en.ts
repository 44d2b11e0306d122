import { common } from './en/common.ts'
import { facilitator } from './en/facilitator.ts'
import { home } from './en/home.ts'
import { join } from './en/join.ts'
import { participant } from './en/participant.ts'
import { record } from './en/record.ts'
import { room } from './en/room.ts'
import { seats } from './en/seats.ts'

export const en = { ...common, ...home, ...join, ...participant, ...facilitator, ...room, ...record, ...seats } as const

/** Every sentence there is, by its id. */
export type TextId = keyof typeof en
