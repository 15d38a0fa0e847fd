/** In the demo alone: says that all is made up, and lets a visitor be somebody without a code. */
import { useEffect, useState } from 'preact/hooks'
import { HomePageDocument } from '../gql/home'
import { query } from '../net/client'
import { asFault } from '../net/faults'
import { demo, me, type Persona, requestCode, signIn, signOut } from '../net/session'
import { navigate } from '../router'
import { pick, t } from '../words/i18n'
import { toast } from './Toast'

// Who only looks for so long may like to be asked in.
const INVITES_AFTER_MS = 10_000

export function DemoBar() {
  const [busy, setBusy] = useState(false)
  const [invites, setInvites] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setInvites(true), INVITES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!demo.value) return null
  const { code, personas } = demo.value
  const now = personas.find(each => each.phone === me.value?.phone)

  async function be(phone: string) {
    const persona = personas.find(each => each.phone === phone)
    setBusy(true)
    try {
      if (me.value) await signOut()
      if (persona) await become(persona, code)
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    } finally {
      setBusy(false)
    }
  }

  /** Be a buyer, and go where the bidding is. */
  async function tryIt() {
    const [buyer] = personas
    if (buyer) await be(buyer.phone)
    const { featuredLot } = await query(HomePageDocument, {}).catch(() => ({ featuredLot: null }))
    navigate(featuredLot ? `/haat/${featuredLot.number}` : '/haat')
  }

  return (
    <aside class="demo-bar" aria-label={t('shell.demo')}>
      <span>{t('shell.demo')}</span>
      <label>
        <span class="unseen">{t('shell.demoBe')}</span>
        <select
          value={now?.phone ?? ''}
          disabled={busy}
          onChange={event => void be(event.currentTarget.value)}
        >
          <option value="">{t('shell.demoBe')}</option>
          {personas.map(each => (
            <option key={each.phone} value={each.phone}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      {now?.role === undefined && invites && (
        <button type="button" disabled={busy} onClick={() => void tryIt()}>
          {t('shell.demoTry')}
        </button>
      )}
    </aside>
  )
}

async function become(persona: Persona, code: string): Promise<void> {
  const asked = await requestCode(persona.phone)
  if (typeof asked !== 'number') return toast(pick({ bn: asked.messageBn, en: asked.messageEn }))
  const refused = await signIn(persona.phone, code)
  if (refused) toast(pick({ bn: refused.messageBn, en: refused.messageEn }))
  else toast(t('shell.demoYou', { name: nameOf(persona) }))
}

function nameOf(persona: Persona): string {
  return pick({ bn: persona.nameBn, en: persona.nameEn })
}
