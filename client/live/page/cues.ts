import { browserKept } from './browser-storage.ts'

/** A short buzz is a help where there is one; nothing relies on it. */
export const canBuzz = typeof navigator !== 'undefined' && typeof navigator.vibrate === 'function'

export function wantsBuzz(): boolean {
  return canBuzz && browserKept.read('buzz') !== 'off'
}

export function setBuzz(on: boolean): void {
  browserKept.write('buzz', on ? 'on' : 'off')
}

const patterns = { turn: [180, 80, 180], next: [120] } as const

/** Works only after a tap on this page; browsers complain of trying it before. */
export function buzz(cue: keyof typeof patterns): void {
  const tapped = navigator.userActivation?.hasBeenActive ?? true
  if (wantsBuzz() && tapped) navigator.vibrate([...patterns[cue]])
}

let tone: AudioContext | null = null

/** Browsers let a page sound only after a tap: call it from one. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return
  tone ??= new AudioContext()
  void tone.resume().catch(() => undefined)
}

/** One soft low tone, for those who are not in the room. */
export function sound(): void {
  if (tone?.state !== 'running') return
  const start = tone.currentTime
  const voice = tone.createOscillator()
  const volume = tone.createGain()
  voice.frequency.value = 392
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(0.12, start + 0.05)
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.7)
  voice.connect(volume).connect(tone.destination)
  voice.start(start)
  voice.stop(start + 0.7)
}
