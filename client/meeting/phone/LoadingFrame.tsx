import { useText } from '../../live/words/text.ts'
import { Frame } from './Frame.tsx'

/** While what is to be shown comes. */
export function LoadingFrame() {
  const text = useText()
  return <Frame title={text('common.loading')} />
}
