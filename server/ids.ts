import { randomBytes } from 'node:crypto'
import type { CircleId, CommandId, CommunityId, Id, MeetingId, PersonId } from '../shared/types.ts'
import type { DeviceId, LinkId } from './store/store.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** An id that nobody can guess or meet again. The letter is for people who read logs; nothing is read off it. */
function made(letter: string): Id<never> {
  const signs = Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % 32))
  return `${letter}_${signs.join('')}`
}

export const newPerson = (): PersonId => made('p')
export const newCommunity = (): CommunityId => made('o')
export const newCircle = (): CircleId => made('c')
export const newMeeting = (): MeetingId => made('m')
export const newDevice = (): DeviceId => made('d')
export const newLink = (): LinkId => made('l')
/** What one asking by HTTP is called. */
export const newRequest = (): Id<'request'> => made('r')
/** A command that the server sends for somebody who asked by HTTP. */
export const newCommand = (): CommandId => made('x')
