/** Signing in over the page: phone, then code. What was under it stays as it was. */

import { t } from '../words/i18n'
import { Dialog } from './Dialog'

export function SignInSheet({ done }: { done: (signedIn: boolean) => void }) {
  return (
    <Dialog title={t('signin.title')} close={() => done(false)} sheet>
      <p />
    </Dialog>
  )
}
