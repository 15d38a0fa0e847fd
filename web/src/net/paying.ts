/** The way to a payment service and back: the browser comes to one address, and goes on to its page. */

const MARK = 'hmk.pay.'

/** Leave to where the payer agrees; what is on the page now is come back to. */
export function leaveToPay({ payUrl, invoice }: { payUrl: string; invoice: string }): void {
  sessionStorage.setItem(MARK + invoice, location.pathname + location.search + location.hash)
  location.assign(payUrl)
}

/** Return from which page somebody left to pay an invoice, once; null if it was another browser. */
export function cameFrom(invoice: string): string | null {
  const path = sessionStorage.getItem(MARK + invoice)
  sessionStorage.removeItem(MARK + invoice)
  // Only an address of ours: the mark is no way to anywhere else.
  return path?.startsWith('/') && !path.startsWith('//') ? path : null
}
