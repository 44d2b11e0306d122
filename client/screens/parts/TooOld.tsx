import { useLiveState } from '../../live/context.tsx'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'

/** The server speaks a newer language than this page: loading it again is offered, drafts and taps are kept. */
export function TooOld() {
  const text = useText()
  const isOld = useLiveState((state) => state.bye === 'too_old')
  return (
    <Dialog open={isOld} title={text('live.too_old')} closeLabel={text('common.close')} onClose={() => undefined}>
      <p>{text('live.too_old_more')}</p>
      <Button kind="do" onPress={() => location.reload()}>
        {text('live.reload')}
      </Button>
    </Dialog>
  )
}
