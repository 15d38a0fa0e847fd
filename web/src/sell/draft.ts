/** What a seller has typed of an animal, kept on the phone at every keystroke until it is sent. */
import { signal } from '@preact/signals'
import { newKey } from '../net/acting'
import { drawer } from '../net/drawer'

export type Draft = {
  /** Made once: sent again after a lost answer, the animal is written down once. */
  key: string
  step: number
  species: string
  sex: string
  breed: string
  name: string
  coat: string
  teeth: string
  placeId: string
  village: string
  method: string
  kilos: string
  defects: string[]
}

export const STEPS = 4

const KEPT = 'hmk.animal'

export function fresh(): Draft {
  return {
    key: newKey(),
    step: 1,
    species: 'cattle',
    sex: '',
    breed: 'local',
    name: '',
    coat: '',
    teeth: '',
    placeId: '',
    village: '',
    method: 'LoadCell',
    kilos: '',
    defects: [],
  }
}

/** The draft in work; null while nothing is being written. */
export const draft = signal<Draft | null>(restored())

/** Change the draft and keep it. */
export function write(changes: Partial<Draft>): void {
  const next = { ...(draft.peek() ?? fresh()), ...changes }
  draft.value = next
  try {
    drawer().setItem(KEPT, JSON.stringify(next))
  } catch {
    // A full or private store keeps nothing; the page still does.
  }
}

/** Forget it: it was sent, or given up. */
export function forget(): void {
  draft.value = null
  try {
    drawer().removeItem(KEPT)
  } catch {
    // Nothing was kept.
  }
}

/** Return the fields of a step that are still to be filled in. */
export function missing(now: Draft, kilograms: number | null): (keyof Draft)[] {
  const needed: Record<number, (keyof Draft)[]> = {
    1: ['species', 'sex', 'breed'],
    2: ['coat', 'placeId', 'village'],
    3: kilograms !== null && kilograms > 0 ? [] : ['kilos'],
  }
  return (needed[now.step] ?? []).filter(name => name === 'kilos' || now[name] === '')
}

function restored(): Draft | null {
  try {
    const text = drawer().getItem(KEPT)
    return text ? { ...fresh(), ...(JSON.parse(text) as Partial<Draft>) } : null
  } catch {
    return null
  }
}
