// Keeps the pages for a phone without a line. The build writes FILES and VERSION in front of this text.

const SHELF = `pages-${VERSION}`
const OFFLINE = '/offline'

self.addEventListener('install', event => {
  event.waitUntil(caches.open(SHELF).then(shelf => shelf.addAll([...FILES, OFFLINE])))
})

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names =>
        Promise.all(names.filter(name => name !== SHELF).map(name => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', event => {
  if (event.data === 'take over') void self.skipWaiting()
})

// What a push says: {id, about, language, text}. Shown once for each piece of news, newest wins.
self.addEventListener('push', event => {
  const { id, about, language, text } = event.data.json()
  event.waitUntil(
    self.registration.showNotification('হাতের মুঠোয় কিশোরগঞ্জ', {
      body: text,
      lang: language,
      tag: id,
      icon: '/icons/192.png',
      data: about,
    }),
  )
})

// The page of all news knows where the thing itself is shown.
self.addEventListener('notificationclick', event => {
  const { notification } = event
  notification.close()
  const about = notification.data ? `?about=${encodeURIComponent(notification.data)}` : ''
  event.waitUntil(self.clients.openWindow(`/khobor${about}`))
})

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/graphql') || pathname.startsWith('/graphiql')) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromShelf(request))
  else if (request.mode === 'navigate') event.respondWith(page(request, pathname))
})

async function fromShelf(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(SHELF)).put(request, answer.clone())
  return answer
}

// The newest page there is; without a line the one of the last visit, then the one that says so.
async function page(request, pathname) {
  const shelf = await caches.open(SHELF)
  try {
    const answer = await fetch(request)
    if (answer.ok) await shelf.put(pathname, answer.clone())
    return answer
  } catch {
    return (await shelf.match(pathname)) ?? (await shelf.match(OFFLINE)) ?? Response.error()
  }
}
