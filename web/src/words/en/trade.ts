export const trade = {
  'trade.leftN': '{n} left',
  'trade.phone': 'Mobile number',
  'trade.COURIER': 'Bring it home',
  'trade.PICKUP': 'I fetch it',
  'trade.CASH': 'Cash at the door',
  'trade.ONLINE': 'Online, before',
  'trade.fill': 'Fill these in.',
}
