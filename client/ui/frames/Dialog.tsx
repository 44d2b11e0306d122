import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import styles from './Dialog.module.css'

export type DialogProps = {
  open: boolean
  title: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** The browser's own dialog: Escape closes it, what is behind it is out of reach, focus goes back where it was. */
export function Dialog({ open, title, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    const before = document.activeElement
    dialog.showModal()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby={heading} onClose={() => open && onClose()}>
      {open ? (
        <>
          <div className={styles.head}>
            <h2 id={heading}>{title}</h2>
            <Button kind="text" onPress={onClose}>
              {closeLabel}
            </Button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  )
}
