/** Who the viewer is, on which devices, and how to leave: for now or for good. */
import { useSignal } from '@preact/signals'
import {
  EndOneSessionDocument,
  EndOtherSessionsDocument,
  EraseMeDocument,
  MySessionsDocument,
} from '../../gql/mine'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { asFault, isRefusal } from '../../net/faults'
import { useQuery } from '../../net/load'
import { me, saveName, signOut } from '../../net/session'
import { Dialog } from '../../parts/Dialog'
import { Field } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { toast } from '../../parts/Toast'
import { pick, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { ago } from '../../words/time'

const Acted = onDemand(() => import('../sahayok/Acted').then(each => each.Acted), 2)
const Portrait = onDemand(() => import('./Portrait').then(each => each.Portrait))

export function Profile() {
  const name = useSignal(me.value?.name ?? '')
  const wrong = useSignal<string | null>(null)
  const erasing = useSignal(false)

  async function save() {
    try {
      const refused = await saveName(name.value.trim())
      wrong.value = refused && pick({ bn: refused.messageBn, en: refused.messageEn })
      if (!refused) toast(t('mine.saved'))
    } catch (thrown) {
      wrong.value = pick(asFault(thrown))
    }
  }

  return (
    <section class="card stack profile" aria-label={t('mine.me')}>
      <h2>{t('mine.me')}</h2>
      <p>{digits(me.value?.phone ?? '')}</p>
      <Opened title={t('mine.portrait')} show={() => <Portrait />} />
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <Field
          label={t('mine.name')}
          value={name.value}
          error={wrong.value}
          autoComplete="name"
          maxLength={80}
          onValue={value => {
            name.value = value
          }}
        />
        <button type="submit" class="plain">
          {t('mine.save')}
        </button>
      </form>
      <Sessions />
      <Opened title={t('mine.actedFor')} show={() => <Acted forMe />} />
      <div class="row">
        <button type="button" class="plain" onClick={() => void signOut().catch(() => undefined)}>
          {t('shell.signOut')}
        </button>
        <button
          type="button"
          class="plain grave"
          onClick={() => {
            erasing.value = true
          }}
        >
          {t('mine.erase')}
        </button>
      </div>
      {erasing.value && (
        <Erase
          close={() => {
            erasing.value = false
          }}
        />
      )}
    </section>
  )
}

function Sessions() {
  const { data, reload } = useQuery(MySessionsDocument, {}, { perViewer: true })
  const sessions = data.value?.mySessions ?? []

  async function end(sessionId: string | null) {
    try {
      if (sessionId) await mutate(EndOneSessionDocument, { sessionId })
      else await mutate(EndOtherSessionsDocument, {})
      await reload()
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return (
    <details>
      <summary>{t('mine.sessions')}</summary>
      <ul class="lines">
        {sessions.map(session => (
          <li key={session.id} class="row">
            <span>
              <span lang="en">{session.device || session.address}</span>,{' '}
              {session.isCurrent
                ? t('mine.this')
                : t('mine.lastUsed', { ago: ago(serverNow() - Date.parse(session.lastUsedAt)) })}
            </span>
            {!session.isCurrent && (
              <button type="button" class="plain" onClick={() => void end(session.id)}>
                {t('mine.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" class="plain" onClick={() => void end(null)}>
          {t('mine.endOthers')}
        </button>
      )}
    </details>
  )
}

function Erase({ close }: { close: () => void }) {
  const wrong = useSignal<string | null>(null)

  async function erase() {
    try {
      const { eraseMyAccount: said } = await mutate(EraseMeDocument, {})
      if (isRefusal(said)) wrong.value = pick({ bn: said.messageBn, en: said.messageEn })
      else await signOut().catch(() => undefined)
    } catch (thrown) {
      wrong.value = pick(asFault(thrown))
    }
  }

  return (
    <Dialog title={t('mine.eraseSure')} close={close}>
      <p>{t('mine.eraseText')}</p>
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <button type="button" onClick={() => void erase()}>
          {t('mine.eraseYes')}
        </button>
        <button type="button" class="plain" onClick={close}>
          {t('shell.cancel')}
        </button>
      </div>
    </Dialog>
  )
}
