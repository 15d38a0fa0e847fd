import type { signin as bn } from '../bn/signin'

export const signin: Record<keyof typeof bn, string> = {
  'signin.title': 'Sign in',
  'signin.phone': 'Your mobile number',
  'signin.phoneHint': 'Such as 01712345678. A code will be sent.',
  'signin.phoneGo': 'Send the code',
  'signin.code': 'Code',
  'signin.codeHint': 'Write the code that went to {phone}.',
  'signin.codeGo': 'Sign in',
  'signin.name': 'Your name',
  'signin.nameHint': 'Bidding and selling take a name; other buyers do not see it.',
  'signin.nameGo': 'Keep',
  'signin.later': 'Later',
  'signin.resend': 'Send a code again',
  'signin.resendIn': 'Can be sent again in {n} {n:second|seconds}',
}
