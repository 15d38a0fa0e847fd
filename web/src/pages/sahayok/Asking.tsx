/** The citizen's phone, and then the code that he tells: with it the tab acts for him. */
import { useSignal } from '@preact/signals'
import { AskCitizenDocument, BeginAssistanceDocument } from '../../gql/assisting'
import { useActing } from '../../net/acting'
import { begin } from '../../net/assisted'
import { mutate } from '../../net/client'
import { demo } from '../../net/session'
import { Field } from '../../parts/Field'
import { international } from '../../parts/phone'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'

export function Asking() {
  const asked = useSignal('')
  const phone = useSignal('')
  const code = useSignal('')
  const name = useSignal('')
  const { wrong, busy, act } = useActing()

  async function ask() {
    const wanted = international(phone.value)
    const went = await act(`ask ${wanted}`, async () => {
      return (await mutate(AskCitizenDocument, { phone: wanted })).askAssistance
    })
    if (!went) return
    asked.value = wanted
    code.value = demo.value?.code ?? ''
  }

  async function open() {
    const variables = { phone: asked.value, code: inLatin(code.value).trim(), name: name.value }
    await act(`open ${variables.code}`, async () => {
      const { openAssistance: said } = await mutate(BeginAssistanceDocument, variables)
      if (said.__typename !== 'AssistanceOpened') return said
      const { id, endsAt } = said.assistance
      const { citizen: name, citizenId } = said.assistance
      const citizen = { id: citizenId, name, phone: '', language: 'BN' as const, roles: [] }
      return begin({ id, token: said.accessToken, citizen, endsAt: Date.parse(endsAt) })
    })
  }

  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault()
        void (asked.value ? open() : ask())
      }}
    >
      {asked.value ? (
        <>
          <p role="status">{t('sahayok.sent')}</p>
          <Field
            label={t('sahayok.code')}
            inputMode="numeric"
            autoComplete="off"
            value={code.value}
            onValue={value => {
              code.value = value
            }}
          />
          <Field
            label={t('sahayok.name')}
            autoComplete="off"
            value={name.value}
            onValue={value => {
              name.value = value
            }}
          />
        </>
      ) : (
        <Field
          label={t('sahayok.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={phone.value}
          onValue={value => {
            phone.value = value
          }}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <button type="submit" disabled={busy.value}>
          {t(asked.value ? 'sahayok.begin' : 'sahayok.ask')}
        </button>
        {asked.value && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              asked.value = ''
            }}
          >
            {t('sahayok.other')}
          </button>
        )}
      </div>
    </form>
  )
}
