/** What the browser keeps between loads. Without it (private windows, full disk) everything works until the reload. */
export interface Kept {
  read(key: string): string | null
  write(key: string, value: string): void
  remove(key: string): void
  keys(): readonly string[]
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

/** Keeps in `localStorage`, each key after our own prefix. */
export const browserKept: Kept = {
  read: (key) => attempt(() => localStorage.getItem(`commonround.${key}`), null),
  write: (key, value) => attempt(() => localStorage.setItem(`commonround.${key}`, value), undefined),
  remove: (key) => attempt(() => localStorage.removeItem(`commonround.${key}`), undefined),
  keys: () =>
    attempt(
      () =>
        Object.keys(localStorage).flatMap((key) =>
          key.startsWith('commonround.') ? [key.slice('commonround.'.length)] : [],
        ),
      [],
    ),
}
