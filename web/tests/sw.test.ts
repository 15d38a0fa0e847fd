import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

type Listener = (event: Record<string, unknown>) => void

/** Run the worker beside a browser that only notes what it is told. */
function worker() {
  const heard: Record<string, Listener> = {}
  const self = {
    addEventListener: (kind: string, listener: Listener) => {
      heard[kind] = listener
    },
    registration: { showNotification: vi.fn(async () => undefined) },
    clients: { openWindow: vi.fn(async () => undefined) },
  }
  const text = readFileSync(join(import.meta.dirname, '../src/sw.js'), 'utf8')
  new Function('self', 'VERSION', 'FILES', text)(self, 'v', [])
  return {
    self,
    hear: (kind: string, event: object) => heard[kind]?.({ waitUntil() {}, ...event }),
  }
}

const PUSHED = { id: 'Notification:1', about: 'Lot:7', language: 'bn', text: 'ডাক ছাড়িয়ে গেছে' }

test('a push is shown in its own language, once for each piece of news', () => {
  const { self, hear } = worker()

  hear('push', { data: { json: () => PUSHED } })

  expect(self.registration.showNotification).toHaveBeenCalledWith(
    'হাতের মুঠোয় কিশোরগঞ্জ',
    expect.objectContaining({ body: PUSHED.text, lang: 'bn', tag: PUSHED.id, data: 'Lot:7' }),
  )
})

test('a touch on it opens the news, which leads on to the thing itself', () => {
  const { self, hear } = worker()
  const close = vi.fn()

  hear('notificationclick', { notification: { close, data: 'Lot:7' } })

  expect(close).toHaveBeenCalled()
  expect(self.clients.openWindow).toHaveBeenCalledWith('/khobor?about=Lot%3A7')
})
