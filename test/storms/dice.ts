export type Random = (below: number) => number

/** Dice that fall the same way for the same seed. */
export function randomFrom(seed: number): Random {
  let a = seed >>> 0
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Lets whatever waits for the next turn of the event loop go on. */
export function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}
