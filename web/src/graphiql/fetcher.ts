/** How GraphiQL reaches the server: HTTP for questions, one socket for what is live. */
import type { Fetcher, FetcherParams } from '@graphiql/toolkit'
import { getOperationAST, parse } from 'graphql'
import { type Client, createClient } from 'graphql-ws'
import { authorizationOf } from './authorization'

type Headers = Record<string, unknown>
type Observer = {
  next: (value: unknown) => void
  complete: () => void
}

// Home routers drop lines that are silent for about a minute.
const PING_MS = 25_000
// From one example to the next the socket stays.
const LINGER_MS = 3_000

/** Return the fetcher for the GraphQL address of this host. */
export function createFetcher(path: string): Fetcher {
  const live = liveLine(path)
  const fetcher = (params: FetcherParams, options?: { headers?: Headers }) =>
    isSubscription(params)
      ? live(params, authorizationOf(options?.headers))
      : post(path, params, options?.headers)
  // GraphiQL's type wants the library's own observable; it uses no more than `subscribe`.
  return fetcher as Fetcher
}

function isSubscription({ query, operationName }: FetcherParams): boolean {
  try {
    // GraphiQL's own parse lags behind the editor by a tenth of a second, so it is not used.
    return getOperationAST(parse(query), operationName)?.operation === 'subscription'
  } catch {
    return false
  }
}

async function post(path: string, params: FetcherParams, headers: Headers = {}): Promise<unknown> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...Object.fromEntries(Object.entries(headers).map(([name, is]) => [name, String(is)])),
      },
      body: JSON.stringify(params),
    })
    const isAnswer = response.headers.get('content-type')?.includes('json')
    return isAnswer ? await response.json() : failed(`${response.status} ${response.statusText}`)
  } catch (fault) {
    return failed(messageOf(fault))
  }
}

function liveLine(path: string) {
  let line: { client: Client; authorization: string | undefined } | undefined

  // Who we are is said once, when a socket opens: another person needs another socket.
  function clientFor(authorization: string | undefined): Client {
    if (line?.authorization !== authorization) void line?.client.dispose()
    if (!line || line.authorization !== authorization) {
      line = { client: connect(path, authorization), authorization }
    }
    return line.client
  }

  return (
    { query, variables, operationName }: FetcherParams,
    authorization: string | undefined,
  ) => ({
    subscribe(observer: Observer) {
      let over = false
      const unless =
        <A extends unknown[]>(tell: (...args: A) => void) =>
        (...args: A) => {
          if (!over) tell(...args)
        }
      const end = clientFor(authorization).subscribe(
        { query, variables: variables ?? null, operationName: operationName ?? null },
        {
          next: unless(observer.next),
          error: unless(fault => {
            observer.next(readable(fault))
            observer.complete()
          }),
          complete: unless(observer.complete),
        },
      )
      // GraphiQL would take the end of this one for the end of the next.
      return {
        unsubscribe() {
          over = true
          end()
        },
      }
    },
  })
}

function connect(path: string, authorization: string | undefined): Client {
  return createClient({
    url: new URL(path, location.href).href.replace(/^http/, 'ws'),
    keepAlive: PING_MS,
    lazyCloseTimeout: LINGER_MS,
    connectionParams: authorization ? { authorization } : {},
  })
}

/** An answer in place of an exception: GraphiQL shows those with all our stack. */
function failed(message: string) {
  return { errors: [{ message }] }
}

function readable(fault: unknown): unknown {
  if (fault instanceof CloseEvent) {
    return failed(`The connection ended: ${fault.code} ${fault.reason}`.trim())
  }
  return Array.isArray(fault) ? { errors: fault } : failed(messageOf(fault))
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : 'The connection failed.'
}
