/** A short tone at each new bid. Off until it is switched on; the choice is remembered. */
import { signal } from '@preact/signals'

const KEPT = 'hmk.sound'
const TONE_HZ = 880
const TONE_S = 0.08
const BUZZ_MS = 120

export const soundOn = signal(false)

let context: AudioContext | null = null
// Browsers let a page sound and shake only after somebody touched it.
let touched = false

/** Take up the choice of the last visit, and listen for the first touch; returns how to stop. */
export function remember(): () => void {
  try {
    soundOn.value = localStorage.getItem(KEPT) === '1'
  } catch {
    // A private window keeps nothing.
  }
  const touch = () => {
    touched = true
  }
  addEventListener('pointerdown', touch, { once: true, passive: true })
  return () => removeEventListener('pointerdown', touch)
}

export function toggleSound(): void {
  soundOn.value = !soundOn.value
  touched = true
  beep()
  try {
    localStorage.setItem(KEPT, soundOn.value ? '1' : '0')
  } catch {
    // It holds for this visit.
  }
}

export function beep(): void {
  if (!soundOn.value || !touched || document.hidden) return
  context ??= new AudioContext()
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = TONE_HZ
  volume.gain.setValueAtTime(0.15, context.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + TONE_S)
  tone.connect(volume).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + TONE_S)
}

/** A short buzz when one is outbid. */
export function buzz(): void {
  if (touched) navigator.vibrate?.(BUZZ_MS)
}
