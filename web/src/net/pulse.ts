/** Whether a line still answers: a ping now and then, and a limit for its pong. */

const HURRIED_MS = 4_000
// Where nothing runs nobody waits for a price, and each ping costs its visitor data.
const QUIET_MS = 25_000
const PONG_WITHIN_MS = 3_500

export class Pulse {
  private socket: WebSocket | null = null
  private hurried = false
  private next: ReturnType<typeof setTimeout> | undefined
  private late: ReturnType<typeof setTimeout> | undefined

  /** `dead` is called when a ping stays unanswered; a plain close would wait on the dead line. */
  constructor(private readonly dead: () => void) {}

  /** Begin with a line that has just been opened. */
  start(socket: WebSocket): void {
    this.stop()
    this.socket = socket
    this.wait()
  }

  stop(): void {
    clearTimeout(this.next)
    clearTimeout(this.late)
    this.socket = null
  }

  answered(): void {
    clearTimeout(this.late)
  }

  /** Say whether something is followed that runs. */
  hurry(on: boolean): void {
    if (on === this.hurried) return
    this.hurried = on
    if (this.socket) this.wait()
  }

  private wait(): void {
    clearTimeout(this.next)
    this.next = setTimeout(() => this.beat(), this.hurried ? HURRIED_MS : QUIET_MS)
  }

  private beat(): void {
    this.socket?.send('{"type":"ping"}')
    clearTimeout(this.late)
    this.late = setTimeout(this.dead, PONG_WITHIN_MS)
    this.wait()
  }
}
