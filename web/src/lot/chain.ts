/**
 * Checks the public log of a lot in the visitor's own browser: the rules of hmk_graph/haat/lot_log.py.
 *
 * A line's hash is sha256 of the hash before it and the canonical line without its own; so no line can
 * be changed, left out or slipped in without breaking all that follow. At the close the sealed maxima
 * are opened, and each must be what its line committed to. `hmk verify-lot` judges the bidding as well.
 */

export type LogLine = {
  lot: number
  line: number
  kind: string
  at: string
  previous: string
  // Its shape depends on the kind; `story.ts` reads it.
  body: Record<string, unknown>
  hash: string
}

export type Fault = 'order' | 'previous' | 'hash' | 'commitment'

export type Verdict =
  | { whole: true; lines: number; openings: number }
  | { whole: false; line: number; fault: Fault }

type Opening = { line: number; maximum: number; nonce: string }

const BEGINNING = '0'.repeat(64)

/** Whether this browser can compute hashes at all; outside https it hides how. */
export function canCheck(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined
}

/** Return whether the log holds together, or the first line that does not. */
export async function check(lines: LogLine[]): Promise<Verdict> {
  let previous = BEGINNING
  for (const [place, line] of lines.entries()) {
    const broken = (fault: Fault): Verdict => ({ whole: false, line: line.line, fault })
    if (line.line !== place + 1 || line.lot !== lines[0]?.lot) return broken('order')
    if (line.previous !== previous) return broken('previous')
    if ((await hashOf(line)) !== line.hash) return broken('hash')
    previous = line.hash
  }
  return checkOpenings(lines)
}

/** Write a JSON value in the one way that is hashed: sorted keys, no spaces. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

async function checkOpenings(lines: LogLine[]): Promise<Verdict> {
  const closed = lines.find(line => line.kind === 'CLOSED')
  const openings = (closed?.body.openings ?? []) as Opening[]
  for (const { line, maximum, nonce } of openings) {
    const promised = lines[line - 1]?.body.commitment
    if ((await sha256(`${maximum}.${nonce}`)) !== promised) {
      return { whole: false, line, fault: 'commitment' }
    }
  }
  const reserve = closed?.body.reserve as { amount: number; nonce: string } | null | undefined
  const terms = lines.filter(line => 'reserve_commitment' in line.body).at(-1)
  if (reserve && terms) {
    const sealed = await sha256(`${reserve.amount}.${reserve.nonce}`)
    if (sealed !== terms.body.reserve_commitment) {
      return { whole: false, line: terms.line, fault: 'commitment' }
    }
  }
  return { whole: true, lines: lines.length, openings: openings.length }
}

function hashOf({ hash: _, ...hashed }: LogLine): Promise<string> {
  return sha256(hashed.previous + canonical(hashed))
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
