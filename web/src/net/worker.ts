/** The service worker: installed after everything else, replaced only when the visitor says so. */
import { signal } from '@preact/signals'

/** A new version that waits; null while there is none. */
export const waiting = signal<ServiceWorker | null>(null)

export function startWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  addEventListener('load', () => void register())
  if (document.readyState === 'complete') void register()
}

let asked = false

async function register(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const registration = await navigator.serviceWorker.register('/sw.js')
    const look = () => {
      // Without a controller this is the first install: there is nothing to replace.
      if (registration.waiting && navigator.serviceWorker.controller) {
        waiting.value = registration.waiting
      }
    }
    look()
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look)
    })
  } catch {
    // A browser that keeps no workers shows the pages all the same.
  }
}

/** Take the new version: the page is loaded anew once it is in charge. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  })
  waiting.value?.postMessage('take over')
}
