/** One question to the server, for what the page itself needs to know. */

type Answer<T> = { data?: T | null; errors?: { message: string; extensions?: Said }[] }
type Said = { messageBn?: string; messageEn?: string }

/** Why an answer did not come, in both languages where the server gave both. */
export class Refused extends Error {
  readonly bn: string
  readonly en: string

  constructor(bn: string, en: string) {
    super(en)
    this.name = 'Refused'
    this.bn = bn
    this.en = en
  }
}

// A page that waits longer for its first words looks broken.
const PATIENCE_MS = 5_000

type Question = { variables?: Record<string, unknown>; operationName?: string; token?: string }

/** Ask by HTTP and return the data. Throws `Refused` when there is none. */
export async function ask<T>(query: string, question: Question = {}): Promise<T> {
  const answer = await post<T>(query, question)
  const fault = answer.errors?.[0]
  if (fault || !answer.data) {
    throw new Refused(
      fault?.extensions?.messageBn ?? 'উত্তর পাওয়া গেল না।',
      fault?.extensions?.messageEn ?? fault?.message ?? 'There was no answer.',
    )
  }
  return answer.data
}

async function post<T>(query: string, { token, ...rest }: Question): Promise<Answer<T>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, ...rest }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return (await response.json()) as Answer<T>
  } catch {
    // No connection, too slow, or something between us and the server answered in its stead.
    throw new Refused('সার্ভারের সাড়া নেই।', 'The server does not answer.')
  }
}
