import type { sell as bn } from '../bn/sell'

export const sell: Record<keyof typeof bn, string> = {
  'sell.title': 'Sell an animal',
  'sell.signIn': 'Bring an animal to the haat from home: a few steps, no broker. Sign in first.',
  'sell.apply': 'First, become a verified seller',
  'sell.applyText': 'An officer of the area looks once. Then sell as many animals as you like.',
  'sell.farm': 'Name of the farm or home',
  'sell.phone': 'Phone for buyers',
  'sell.home': 'Where the animals live',
  'sell.homeHint': 'Write the name of a union, municipality or ward',
  'sell.village': 'Village',
  'sell.statement': 'What you want to sell, in a few words',
  'sell.send': 'Send the application',
  'sell.sent': 'The application is sent.',
  'sell.state_SUBMITTED': 'The application is with the officer. The answer comes by {day}.',
  'sell.state_NEEDS_INFO': 'The officer wants to know more: {reason}',
  'sell.state_REJECTED': 'The application came back: {reason}',
  'sell.state_SUSPENDED': 'Selling is suspended: {reason}',
  'sell.state_TERMINATED': 'Selling was ended for good: {reason}',
  'sell.add': 'Write down an animal',
  'sell.check': 'Look it over',
  'sell.identity': 'Your proof of identity (only you and officers see it)',
}
