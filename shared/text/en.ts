import { common } from './en/common.ts'
import { facilitator } from './en/facilitator.ts'
import { home } from './en/home.ts'
import { participant } from './en/participant.ts'
import { record } from './en/record.ts'
import { room } from './en/room.ts'

export const en = { ...common, ...home, ...participant, ...facilitator, ...room, ...record } as const

/** How these sentences write days and lists: the European way, as the circles do that they are written for. */
export const language = 'en-GB'

/** Every sentence there is, by its id. */
export type TextId = keyof typeof en
