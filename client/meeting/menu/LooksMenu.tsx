import { type Looks, setLooks, sizes, themes, useLooks } from '../../live/page/looks.ts'
import { useText } from '../../live/words/text.ts'
import { Choice } from '../../ui/controls/Choice.tsx'

/** Larger letters, other colours: on this device alone. */
export function LooksMenu() {
  const text = useText()
  const { size, theme } = useLooks()
  return (
    <>
      <Choice
        legend={text('menu.size')}
        look="chips"
        options={sizes.map((value) => ({ value, label: text(`menu.size_${value}`) }))}
        value={size}
        onChange={(value) => setLooks({ size: value as Looks['size'] })}
      />
      <Choice
        legend={text('menu.theme')}
        look="chips"
        options={themes.map((value) => ({ value, label: text(`menu.theme_${value}`) }))}
        value={theme}
        onChange={(value) => setLooks({ theme: value as Looks['theme'] })}
      />
    </>
  )
}
