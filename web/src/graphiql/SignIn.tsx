/** @jsxImportSource react */
/** One tap to be a buyer, a seller or an officer of the demo. */
import { useEffect, useState } from 'react'
import { Refused } from './asking'
import { type Demo, type Persona, resume, signIn, signOut } from './personas'

type Props = {
  demo: Demo
  onToken: (token: string | null) => void
  onFault: (fault: Refused | null) => void
}

export function SignIn({ demo, onToken, onFault }: Props) {
  const [who, setWho] = useState<Persona | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    void resume(demo).then(found => {
      if (!found) return
      setWho(found.persona)
      onToken(found.token)
    })
  }, [demo, onToken])

  async function attempt(doing: () => Promise<void>) {
    setBusy(true)
    onFault(null)
    try {
      await doing()
    } catch (fault) {
      onFault(fault instanceof Refused ? fault : new Refused('হলো না।', String(fault)))
    } finally {
      setBusy(false)
    }
  }

  const become = (persona: Persona) =>
    attempt(async () => {
      onToken(await signIn(persona, demo.code))
      setWho(persona)
    })

  const leave = (persona: Persona) =>
    attempt(async () => {
      setWho(null)
      onToken(null)
      await signOut(persona)
    })

  return (
    <section className="people" aria-label="ডেমো সাইন ইন / Demo sign-in">
      <p className="label">
        ডেমো সাইন ইন <span lang="en">Demo sign-in</span>
      </p>
      <div className="row">
        {demo.personas.map(persona => (
          <button
            type="button"
            key={persona.phone}
            className="persona"
            aria-pressed={persona.phone === who?.phone}
            disabled={busy}
            onClick={() => become(persona)}
          >
            {persona.nameBn}
            <span lang="en">{persona.nameEn}</span>
          </button>
        ))}
        {who && (
          <button type="button" className="persona" disabled={busy} onClick={() => leave(who)}>
            বেরিয়ে যান
            <span lang="en">Sign out</span>
          </button>
        )}
      </div>
    </section>
  )
}
