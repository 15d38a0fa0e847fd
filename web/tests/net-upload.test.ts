import { beforeEach, expect, test, vi } from 'vitest'
import { upload } from '../src/net/upload'

const mutate = vi.fn()
const query = vi.fn()
vi.mock('../src/net/client', () => ({
  mutate: (...given: unknown[]) => mutate(...given),
  query: (...given: unknown[]) => query(...given),
}))

const TICKET = {
  beginUpload: {
    __typename: 'UploadTicket',
    url: 'https://store.test/incoming/1/word',
    headers: [{ name: 'content-type', value: 'image/jpeg' }],
    media: { id: 'Media:1' },
  },
}
const file = new Blob(['photo'], { type: 'image/jpeg' })
let puts: string[] = []
let outcomes: ('sent' | 'cut')[] = []

class Request {
  upload: { onprogress?: (event: object) => void } = {}
  status = 200
  onload = () => {}
  onerror = () => {}
  open(_method: string, url: string) {
    puts.push(url)
  }
  setRequestHeader() {}
  send() {
    this.upload.onprogress?.({ lengthComputable: true, loaded: 3, total: 5 })
    if (outcomes.shift() === 'cut') this.onerror()
    else this.onload()
  }
}

beforeEach(() => {
  puts = []
  outcomes = []
  mutate.mockReset()
  query.mockReset()
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1000 })
  vi.stubGlobal('XMLHttpRequest', Request)
})

test('a file that was cut off is sent again under the key it was announced with', async () => {
  outcomes = ['cut', 'sent']
  mutate.mockResolvedValueOnce(TICKET).mockResolvedValueOnce(TICKET)
  mutate.mockResolvedValueOnce({
    confirmUpload: { __typename: 'Media', id: 'Media:1', state: 'UPLOADED', rejection: null },
  })
  query.mockResolvedValueOnce({ media: { id: 'Media:1', state: 'READY', rejection: null } })
  const shares: number[] = []

  const sending = upload({ file, kind: 'PHOTO', onProgress: share => shares.push(share) })

  await expect(sending).resolves.toBe('Media:1')
  expect(puts).toHaveLength(2)
  expect(shares).toEqual([0.6, 0.6])
  const keys = mutate.mock.calls.slice(0, 2).map(call => call[1].input.idempotencyKey)
  expect(keys[0]).toBe(keys[1])
})

test('what was refused is told in words and not sent again', async () => {
  mutate.mockResolvedValueOnce(TICKET).mockResolvedValueOnce({
    confirmUpload: {
      __typename: 'Media',
      id: 'Media:1',
      state: 'REJECTED',
      rejection: { messageBn: 'নষ্ট', messageEn: 'broken' },
    },
  })

  await expect(upload({ file, kind: 'PHOTO', onProgress: () => {} })).rejects.toMatchObject({
    kind: 'refused',
    en: 'broken',
  })
  expect(puts).toHaveLength(1)
})

test('a store that is away is asked again, a quota is not', async () => {
  const refusal = (code: string) => ({
    beginUpload: { __typename: code, code, messageBn: 'না', messageEn: 'no' },
  })
  mutate.mockResolvedValueOnce(refusal('STORE_UNAVAILABLE'))
  mutate.mockResolvedValueOnce(refusal('QUOTA_REACHED'))

  await expect(upload({ file, kind: 'PHOTO', onProgress: () => {} })).rejects.toMatchObject({
    code: 'QUOTA_REACHED',
  })
  expect(mutate).toHaveBeenCalledTimes(2)
})
