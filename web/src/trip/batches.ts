/** Positions of a driver, gathered and sent in numbered batches: nothing twice, little lost. Pure. */
export type Fix = { at: string; lat: number; lng: number; accuracyM: number }
export type Batch = { seq: number; points: Fix[] }

// The server takes one a second, and a hundred at once.
const LEAST_APART_MS = 1_000
const MOST = 100

export class Batches {
  private seq = 0
  private waiting: Fix[] = []
  private sent: Batch | null = null

  /** Keep a point, unless the one before it is younger than a second. */
  add(fix: Fix): void {
    const last = this.waiting.at(-1)
    if (last && Date.parse(fix.at) - Date.parse(last.at) < LEAST_APART_MS) return
    // On a dead line the newest points are worth most.
    this.waiting = [...this.waiting, fix].slice(-MOST)
  }

  /** Return what to send: the batch that was not answered, or a new one; null if there is nothing. */
  next(): Batch | null {
    if (!this.sent && this.waiting.length > 0) {
      this.seq += 1
      this.sent = { seq: this.seq, points: this.waiting }
      this.waiting = []
    }
    return this.sent
  }

  /** Say that a batch was answered, whatever the answer was. */
  answered(seq: number): void {
    if (this.sent?.seq === seq) this.sent = null
  }
}
