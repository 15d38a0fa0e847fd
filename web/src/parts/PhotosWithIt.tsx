/** Photos that go with what is written: sent at once, counted, and left out again. */
import type { Signal } from '@preact/signals'
import { learn } from '../words/bn'
import { files as words } from '../words/bn/files'
import { t } from '../words/i18n'
import { number } from '../words/numbers'
import { FileSender } from './FileSender'

learn(words)

const MOST = 4

export function PhotosWithIt({ photos }: { photos: Signal<string[]> }) {
  const count = photos.value.length
  return (
    <>
      {count > 0 && (
        <p class="row">
          <span>{t('files.with', { n: number(count) })}</span>
          <button
            type="button"
            class="plain"
            onClick={() => {
              photos.value = []
            }}
          >
            {t('files.without')}
          </button>
        </p>
      )}
      <FileSender
        kind="PHOTO"
        room={MOST - count}
        sent={async ids => {
          photos.value = [...photos.value, ...ids]
        }}
      />
    </>
  )
}
