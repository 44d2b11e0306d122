import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Sign.module.css'

export type SignName =
  | 'consent'
  | 'objection'
  | 'not-ready'
  | 'waiting'
  | 'recorded'
  | 'remote'
  | 'in-room'
  | 'asleep'
  | 'no-device'
  | 'saved'
  | 'unsent'

const stroke = { fill: 'none', stroke: 'currentColor' } as const
const round = { ...stroke, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const fill: CSSProperties = { fill: 'var(--sign-fill, none)' }

const drawings: Record<SignName, { box: 24 | 48; lines: ReactNode }> = {
  consent: {
    box: 48,
    lines: (
      <>
        <circle cx="24" cy="24" r="21" fill="currentColor" />
        <path
          d="M14 24.8l7 7 13.4-14.6"
          {...round}
          style={{ stroke: 'var(--sign-cut, var(--surface))' }}
          strokeWidth="4.6"
        />
      </>
    ),
  },
  objection: {
    box: 48,
    lines: (
      <>
        <path d="M24 2.8 45.2 24 24 45.2 2.8 24Z" style={fill} stroke="currentColor" strokeWidth="4" />
        <path d="M19.2 25v-6.6M23 23v-8.6M26.8 23v-8M30.4 25v-5" {...round} strokeWidth="3.5" />
        <path
          d="M17.5 24h14.6v3.6c0 4.4-2.6 7-6.6 7-3.4 0-5.2-1.6-6.8-4.2l-3.5-5.2c-.8-1.2-.4-2.3.4-2.8.8-.4 1.7-.1 2.4.8z"
          fill="currentColor"
        />
      </>
    ),
  },
  'not-ready': {
    box: 48,
    lines: (
      <>
        <rect x="4" y="4" width="40" height="40" rx="7" style={fill} stroke="currentColor" strokeWidth="4" />
        <path
          d="M17.8 19.2c0-3.6 2.7-6 6.2-6s6.2 2.3 6.2 5.6c0 4.6-6.2 4.7-6.2 9.4"
          {...stroke}
          strokeWidth="4"
          strokeLinecap="round"
        />
        <circle cx="24" cy="34.6" r="2.7" fill="currentColor" />
      </>
    ),
  },
  waiting: {
    box: 48,
    lines: <circle cx="24" cy="24" r="20" {...stroke} strokeWidth="3.2" strokeDasharray="5.3 5.17" />,
  },
  recorded: {
    box: 24,
    lines: (
      <g {...stroke} strokeWidth="2" strokeLinejoin="round">
        <path d="M4.5 19.5l1.1-4.6L16.3 4.2a1.9 1.9 0 0 1 2.7 0l.8.8a1.9 1.9 0 0 1 0 2.7L9.1 18.4z" />
        <path d="M14 6.5l3.5 3.5" />
      </g>
    ),
  },
  remote: {
    box: 24,
    lines: (
      <g {...round} strokeWidth="2">
        <rect x="2.5" y="4.5" width="19" height="12.5" rx="2" />
        <path d="M8 21h8M12 17v4" />
      </g>
    ),
  },
  'in-room': {
    box: 24,
    lines: <path d="M6.5 2.5v10.5h11M6.5 13v8.5M17.5 13v8.5" {...round} strokeWidth="2.2" />,
  },
  asleep: {
    box: 24,
    lines: <path d="M19.8 14.7A8.3 8.3 0 0 1 9.3 4.2a8.3 8.3 0 1 0 10.5 10.5z" {...round} strokeWidth="2" />,
  },
  'no-device': {
    box: 24,
    lines: (
      <g {...round} strokeWidth="2">
        <path d="M7 10v10a1.5 1.5 0 0 0 1.5 1.5h7A1.5 1.5 0 0 0 17 20v-1M7 5.5V4a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 17 4v10" />
        <path d="M3 4.5l18 15" />
      </g>
    ),
  },
  saved: { box: 24, lines: <path d="M4.5 12.5l5 5L19.5 7" {...round} strokeWidth="2.6" /> },
  unsent: {
    box: 24,
    lines: <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M17.5 2.5v4.5h-4.5" {...round} strokeWidth="2.2" />,
  },
}

/** A sign stands beside its word and is never read out. Answers carry their own colour unless `plain`. */
export function Sign({ name, size, plain }: { name: SignName; size?: string; plain?: boolean }) {
  const { box, lines } = drawings[name]
  const extent = size ? { inlineSize: size, blockSize: size } : undefined
  return (
    <svg
      className={classes(styles.sign, plain ? styles.plain : styles[name])}
      viewBox={`0 0 ${box} ${box}`}
      style={extent}
      aria-hidden="true"
      focusable="false"
    >
      {lines}
    </svg>
  )
}
