/** Where the pages begin: language, address, clock, line, and who is here. */
import './style.css'
import { render } from 'preact'
import { bootMoment } from './net/boot'
import { pushed, start as startClock } from './net/clock'
import { watchPage } from './net/live'
import { lookForDemo, resume } from './net/session'
import { startWorker } from './net/worker'
import { Shell } from './parts/Shell'
import { start as startRouter } from './router'
import { start as startWords } from './words/i18n'

async function begin(): Promise<void> {
  const app = document.getElementById('app')
  if (!app) return
  const moment = bootMoment()
  if (moment) pushed(moment)
  await startWords()
  await startRouter()
  // What the server wrote is a picture already: a touch or a scroll goes before all that follows.
  await new Promise(resolve => setTimeout(resolve))
  // The elements of the server's block stay and are given life: nothing is laid out twice.
  render(<Shell />, app)
  startClock()
  watchPage()
  void resume()
  void lookForDemo()
  startWorker()
}

void begin()
