import { useEffect } from 'react'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('textarea, select')) return true
  const input = target.closest('input')
  return input !== null && !['checkbox', 'radio', 'button'].includes(input.type)
}

function find(key: string): HTMLElement | undefined {
  const dialog = document.querySelector('dialog[open]')
  const controls = (dialog ?? document).querySelectorAll<HTMLElement>('[data-hotkey]')
  return [...controls].find(
    (control) => control.dataset.hotkey === key && !control.closest('[hidden], dialog:not([open])'),
  )
}

/**
 * While `on`, a single key presses the control on the screen that shows it, so nothing can be reached by key
 * that is not there to be seen. Off while typing; a held key presses once.
 */
export function useHotkeys(on: boolean): void {
  useEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.defaultPrevented || isTyping(event.target)) return
      const control = find(event.key.toLowerCase())
      if (!control) return
      event.preventDefault()
      control.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}
