import type { deposits as bn } from '../bn/deposits'

export const deposits: Record<keyof typeof bn, string> = {
  'deposits.title': 'Deposits at haats',
  'deposits.lead':
    'Some haats ask for a deposit before one bids. If you win it counts for the price; if not, it goes back by the way it came.',
  'deposits.signIn': 'Sign in to see your deposits and to bring one.',
  'deposits.bring': 'Bring a deposit',
  'deposits.haat': 'At which haat',
  'deposits.amount': 'How much (taka)',
  'deposits.go': 'Announce it',
  'deposits.brought': 'Written down. Now pay it.',
  'deposits.noHaat': 'No haat asks for a deposit now.',
  'deposits.rule': 'This haat asks for {percent} % of your highest bid, at least {floor}.',
  'deposits.ruleUpTo':
    'This haat asks for {percent} % of your highest bid, at least {floor}, at most {ceiling}.',
  'deposits.mine': 'My deposits',
  'deposits.none': 'You have not brought a deposit yet.',
  'deposits.number': 'Deposit number {n}',
  'deposits.cash': 'To pay in cash, tell this number to the officer at the haat.',
  'deposits.DUE': 'waiting for the money',
  'deposits.STANDING': 'it is there, and you can bid on it',
  'deposits.RETURNED': 'on its way back, or back',
  'deposits.LAPSED': 'it did not come whole in time; what came goes back',
  'deposits.back': 'Take it back',
  'deposits.backNote': 'Not while you lead a lot there or owe for an animal.',
  'deposits.backYes': 'Yes, take it back',
}
