import { useText } from './text.ts'

/** In a place whose matter is on its way. */
export function Coming() {
  const text = useText()
  return <p className="quiet">{text('common.loading')}</p>
}
