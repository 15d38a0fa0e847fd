// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyCalendarsDocument = /* @__PURE__ */ new TypedDocument<types.MyCalendarsQuery, types.MyCalendarsQueryVariables>(
  "query MyCalendars{myCalendars{id ofDesk createdAt}}",
)
export const OpenMyCalendarDocument = /* @__PURE__ */ new TypedDocument<types.OpenMyCalendarMutation, types.OpenMyCalendarMutationVariables>(
  "mutation OpenMyCalendar($ofDesk:Boolean!){openCalendar(input:{ofDesk:$ofDesk}){__typename ...on OpenedCalendar{path}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RevokeMyCalendarDocument = /* @__PURE__ */ new TypedDocument<types.RevokeMyCalendarMutation, types.RevokeMyCalendarMutationVariables>(
  "mutation RevokeMyCalendar($calendarId:ID!){revokeCalendar(input:{calendarId:$calendarId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
