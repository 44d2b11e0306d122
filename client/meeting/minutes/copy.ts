/**
 * Puts text where it can be pasted from. Pages that came over plain http have no clipboard of their own; there
 * the older way is tried. False where neither works.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Not allowed here: the older way may be.
  }
  return copySelected(text)
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea')
  const before = document.activeElement
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.insetBlockStart = '-100vh'
  document.body.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
