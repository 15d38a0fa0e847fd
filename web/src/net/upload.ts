/** Sending a file: announce, PUT with progress, confirm, wait for the check. Cut off, it goes on. */
import type { CheckedFragment, MediaKind } from '../gql'
import { BeginUploadDocument, CheckedMediaDocument, ConfirmUploadDocument } from '../gql/media'
import { newKey } from './acting'
import { mutate, query } from './client'
import { asFault, Fault, isRefusal, OFFLINE } from './faults'

const TRIES = 6
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000
const LOOK_EVERY_MS = 700
const LOOKS = 170

export type Sending = { file: Blob; kind: MediaKind; onProgress: (share: number) => void }

/** Send a file and return its id once it may be shown. Throws `Fault`, in words for people. */
export async function upload({ file, kind, onProgress }: Sending): Promise<string> {
  // The same key asks for the same file again, with a fresh address.
  const key = newKey()
  for (let tried = 1; ; tried += 1) {
    try {
      return await checked(await sent(file, kind, key, onProgress))
    } catch (thrown) {
      const fault = asFault(thrown)
      if (fault.kind === 'refused' || tried === TRIES) throw fault
      await rest(Math.min(FIRST_WAIT_MS * 2 ** (tried - 1), LONGEST_WAIT_MS))
    }
  }
}

async function sent(file: Blob, kind: MediaKind, key: string, onProgress: (n: number) => void) {
  const input = { kind, contentType: file.type, bytes: file.size, idempotencyKey: key }
  const { beginUpload: ticket } = await mutate(BeginUploadDocument, { input })
  if (isRefusal(ticket)) {
    // Confirmed already: the answer to it was lost on the way.
    throw refused(ticket)
  }
  if (ticket.__typename !== 'UploadTicket') throw OFFLINE()
  await put(ticket.url, file, ticket.headers, onProgress)
  const { confirmUpload } = await mutate(ConfirmUploadDocument, { mediaId: ticket.media.id })
  if (isRefusal(confirmUpload)) throw refused(confirmUpload)
  if (confirmUpload.__typename !== 'Media') throw OFFLINE()
  return confirmUpload
}

async function checked(media: CheckedFragment): Promise<string> {
  let now: CheckedFragment | null = media
  for (let look = 0; now && look < LOOKS; look += 1) {
    if (now.state === 'READY') return now.id
    if (now.rejection) {
      throw new Fault('refused', now.rejection.messageBn, now.rejection.messageEn, now.state)
    }
    await rest(LOOK_EVERY_MS)
    now = (await query(CheckedMediaDocument, { id: media.id })).media
  }
  throw new Fault(
    'refused',
    'ফাইলটি যাচাই হতে বেশি সময় লাগছে। একটু পরে আবার চেষ্টা করুন।',
    'Checking the file takes long. Try again in a while.',
  )
}

/** XMLHttpRequest, because `fetch` does not tell how much has gone. */
function put(
  url: string,
  file: Blob,
  headers: readonly { name: string; value: string }[],
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const { name, value } of headers) request.setRequestHeader(name, value)
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => (request.status < 300 ? done() : failed(OFFLINE()))
    request.onerror = () => failed(OFFLINE())
    request.send(file)
  })
}

type Refused = { code: string; messageBn: string; messageEn: string; retryable?: boolean }

function refused(said: Refused): Fault {
  // What may succeed later is tried again; the rest is told.
  const kind = RETRYABLE.has(said.code) ? 'server' : 'refused'
  return new Fault(kind, said.messageBn, said.messageEn, said.code)
}

const RETRYABLE = new Set(['STORE_UNAVAILABLE', 'NOT_UPLOADED', 'IN_PROGRESS'])

function rest(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms))
}
