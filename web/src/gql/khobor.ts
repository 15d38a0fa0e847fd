// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyNewsDocument = /* @__PURE__ */ new TypedDocument<types.MyNewsQuery, types.MyNewsQueryVariables>(
  "query MyNews($unreadOnly:Boolean!$after:Cursor){notifications(unreadOnly:$unreadOnly first:20 after:$after){edges{cursor node{id topic urgency about textBn textEn times toldAt readAt}}pageInfo{hasNextPage endCursor}}}",
)
export const FollowNewsDocument = /* @__PURE__ */ new TypedDocument<types.FollowNewsSubscription, types.FollowNewsSubscriptionVariables>(
  "subscription FollowNews($after:Cursor){notificationEvents(after:$after){__typename ...on InboxSnapshot{cursor seq serverNow unread}...on StreamEvent{cursor seq}...on NotificationTold{unread textBn textEn}...on NotificationsRead{unread}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const ReadNewsDocument = /* @__PURE__ */ new TypedDocument<types.ReadNewsMutation, types.ReadNewsMutationVariables>(
  "mutation ReadNews($ids:[ID!]!){markNotificationsRead(input:{notificationIds:$ids}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ReadAllNewsDocument = /* @__PURE__ */ new TypedDocument<types.ReadAllNewsMutation, types.ReadAllNewsMutationVariables>(
  "mutation ReadAllNews{markAllNotificationsRead{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const NewsChoicesDocument = /* @__PURE__ */ new TypedDocument<types.NewsChoicesQuery, types.NewsChoicesQueryVariables>(
  "query NewsChoices{notificationChoices{topic channel wanted}}",
)
export const ChooseNewsDocument = /* @__PURE__ */ new TypedDocument<types.ChooseNewsMutation, types.ChooseNewsMutationVariables>(
  "mutation ChooseNews($input:ChooseNotificationsInput!){chooseNotifications(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PushKeyDocument = /* @__PURE__ */ new TypedDocument<types.PushKeyQuery, types.PushKeyQueryVariables>(
  "query PushKey{pushKey}",
)
export const PushHereDocument = /* @__PURE__ */ new TypedDocument<types.PushHereMutation, types.PushHereMutationVariables>(
  "mutation PushHere($input:SubscribeToPushInput!){subscribeToPush(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PushNoMoreDocument = /* @__PURE__ */ new TypedDocument<types.PushNoMoreMutation, types.PushNoMoreMutationVariables>(
  "mutation PushNoMore($endpoint:String!){unsubscribeFromPush(input:{endpoint:$endpoint}){count}}",
)
