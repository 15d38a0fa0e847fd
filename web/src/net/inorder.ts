/** What is asked again and again: an answer that a newer one has overtaken is not shown any more. */

export class InOrder {
  private asked = 0
  private shown = 0

  /**
   * Ask, and take the answer unless one to a later question was taken before, or all is forgotten.
   *
   * The last answer counts, not that to the last question: on a slow line, where a question is asked
   * anew before the one before is answered, nothing would ever be shown. Throws what `ask` throws,
   * if that is still of interest.
   */
  async take<D>(ask: () => Promise<D>, take: (found: D) => void): Promise<void> {
    this.asked += 1
    const mine = this.asked
    try {
      const found = await ask()
      if (mine <= this.shown) return
      this.shown = mine
      take(found)
    } catch (thrown) {
      if (mine > this.shown) throw thrown
    }
  }

  /** Drop what was asked so far: what it was asked of is another thing now. */
  forget(): void {
    this.shown = this.asked
  }
}
