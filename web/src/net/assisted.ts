/** How acting for a citizen begins and ends, and why something is refused in it. Only operators load this. */
import { AssistanceNowDocument, EndAssistanceDocument } from '../gql/assistance'
import { ResumeSessionDocument } from '../gql/session'
import { type Assisting, assisting, DESK, KEPT } from './assisting'
import { askAnonymously, askAs } from './client'
import { Fault } from './faults'

export function begin(opened: Assisting): void {
  sessionStorage.setItem(KEPT, JSON.stringify(opened))
  location.assign(DESK)
}

/** Forget the citizen and all that was half done for him. */
export function leave(): void {
  sessionStorage.clear()
  location.assign(DESK)
}

/** End acting for a citizen, as who one is oneself. */
export async function endAssisting(): Promise<void> {
  const { refreshSession } = await askAnonymously(ResumeSessionDocument, {})
  // It may be over already, by the citizen or by the clock: the tab leaves it either way.
  if (assisting && refreshSession.__typename === 'SignedIn') {
    await askAs(refreshSession.accessToken, EndAssistanceDocument, { id: assisting.id })
  }
  leave()
}

/** Say why a token of an assistance was refused: that it is over, or that this is not for operators. */
export async function whyNot({ token }: Assisting): Promise<Fault> {
  const now = await askAs(token, AssistanceNowDocument, {}).catch((fault: Fault) => fault)
  if (now instanceof Fault && now.kind !== 'signed-out') return now
  if (!(now instanceof Fault) && now.assistance) return NOT_FOR_OPERATORS()
  leave()
  return OVER()
}

const NOT_FOR_OPERATORS = () =>
  new Fault(
    'refused',
    'এটি নাগরিক নিজের ফোনে করবেন বা দেখবেন।',
    'The citizen does or sees this on his own phone.',
  )

const OVER = () =>
  new Fault('refused', 'নাগরিকের হয়ে কাজের সময় শেষ।', 'The time to act for the citizen is over.')
