import { StoreError } from './store/store.ts'

/** What the server tells whoever runs it: pino offers this. Fields hold ids, codes and numbers, never contents. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** An error as it may be logged: where it happened and of which kind, not what somebody typed. What a store says are our own sentences. */
export function traceOf(error: unknown): { kind: string; stack: string; cause?: string } {
  if (!(error instanceof Error)) return { kind: typeof error, stack: '' }
  const cause = error instanceof StoreError ? { cause: error.message } : {}
  const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { kind: error.name, stack: stack.slice(0, 12).join('\n'), ...cause }
}
