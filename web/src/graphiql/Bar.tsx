/** @jsxImportSource react */
/** What stands above GraphiQL: where we are, who we are, what there is to see. */
import { useEffect, useRef, useState } from 'react'
import { Refused } from './asking'
import { EXAMPLES, type Example, type Surroundings } from './examples'
import { featuredLot } from './featured'
import { useReady } from './ready'
import { SignIn } from './SignIn'

type Props = { start: Surroundings; startFault: Refused | null }

const LOOK_AGAIN_MS = 5_000

export function Bar({ start, startFault }: Props) {
  const [token, setToken] = useState<string | null>(null)
  const [now, setNow] = useState(start)
  const [fault, setFault] = useState(startFault)
  const { active, open } = useReady(EXAMPLES, token)
  const started = useRef(false)

  // The newcomer should see bids move without knowing what to press.
  useEffect(() => {
    const first = EXAMPLES[0]
    if (started.current || !first) return
    started.current = true
    open({ example: first, variables: first.variables(start), run: start.lot !== null })
  }, [open, start])

  // In the first seconds of a demo nothing runs yet, and between two lots for a while.
  useEffect(() => {
    if (now.lot) return
    const timer = setTimeout(async () => {
      const fresh = await refreshed(now)
      setNow(fresh.now)
      setFault(fresh.fault)
      const first = EXAMPLES[0]
      if (fresh.now.lot && first && first === active) {
        open({ example: first, variables: first.variables(fresh.now), run: true })
      }
    }, LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [now, active, open])

  async function show(example: Example) {
    const fresh = await refreshed(now)
    setNow(fresh.now)
    setFault(fresh.fault)
    open({
      example,
      variables: example.variables(fresh.now),
      run:
        !fresh.fault &&
        (example.runs === 'always' || (example.runs === 'when signed in' && token !== null)),
    })
  }

  return (
    <header className="bar">
      <div className="top">
        <h1>
          হাতের মুঠোয় কিশোরগঞ্জ — সরাসরি হাট
          <span lang="en">Kishoreganj in the palm of your hand — the live haat</span>
        </h1>
        {now.demo && <SignIn demo={now.demo} onToken={setToken} onFault={setFault} />}
      </div>
      <nav className="examples" aria-label="হাট দেখুন / See the haat">
        <p className="label">
          হাট দেখুন <span lang="en">See the haat</span>
        </p>
        <ol className="row">
          {EXAMPLES.map(example => (
            <li key={example.titleEn}>
              <button
                type="button"
                aria-current={example === active ? 'page' : undefined}
                onClick={() => show(example)}
              >
                {example.titleBn}
                <span lang="en">{example.titleEn}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <Message now={now} fault={fault} />
    </header>
  )
}

/** Look anew which lot is liveliest: the one of a few minutes ago may have been sold. */
async function refreshed(now: Surroundings): Promise<{ now: Surroundings; fault: Refused | null }> {
  try {
    return { now: { ...now, lot: await featuredLot() }, fault: null }
  } catch (fault) {
    return {
      // A copy, so that who waits for a change looks again.
      now: { ...now },
      fault: fault instanceof Refused ? fault : new Refused('', String(fault)),
    }
  }
}

function Message({ now, fault }: { now: Surroundings; fault: Refused | null }) {
  const [bn, en] = fault
    ? [fault.bn, fault.en]
    : now.lot
      ? [`সবচেয়ে জমজমাট ডাক: ${now.lot.titleBn}`, `The liveliest lot: ${now.lot.titleEn}`]
      : ['এই মুহূর্তে কোনো লটে ডাক চলছে না।', 'No lot is running at this moment.']
  return (
    <p className={fault ? 'message fault' : 'message'} role="status">
      {bn} <span lang="en">{en}</span>
    </p>
  )
}
