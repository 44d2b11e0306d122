import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../live/words/text.ts'
import { buttonClass } from '../../ui/controls/Button.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'

/** A screen that says one thing and what to do about it. */
export function Plain({ title, children, act }: { title: ReactNode; children?: ReactNode; act?: ReactNode }) {
  const text = useText()
  return (
    <Phone
      over={text('common.app')}
      title={title}
      act={
        act ?? (
          <Link href="/" className={buttonClass('plain')}>
            {text('common.to_start')}
          </Link>
        )
      }
    >
      {children}
    </Phone>
  )
}
