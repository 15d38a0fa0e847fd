// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const OrderPageDocument = /* @__PURE__ */ new TypedDocument<types.OrderPageQuery, types.OrderPageQueryVariables>(
  "query OrderPage($id:ID!$guestToken:String){orderGroup(id:$id guestToken:$guestToken){id state method totalPrice createdAt expiresAt payment{...Bill}orders{...OrderView}}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}fragment OrderView on Order{id state part way itemsPrice deliveryFee totalPrice refundedAmount cashToHandBack code reason placedAt dueAt method contactName contactPhone address note allowedTransitions place{...Spot}shop{id slug nameBn nameEn phone}lines{id nameBn nameEn choices unit price quantity shipped delivered returned}parcels{id state carrier courierName cashAmount failReason allowedTransitions lines{lineId quantity}trip{driver{name phone plateNo}pickup{...Point}drop{...Point}}}returns{id state remedy reason answer refundAmount allowedTransitions lines{lineId quantity}}}fragment Point on GeoPoint{lat lng}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const FollowOrderDocument = /* @__PURE__ */ new TypedDocument<types.FollowOrderSubscription, types.FollowOrderSubscriptionVariables>(
  "subscription FollowOrder($orderId:ID!$guestToken:String$after:Cursor){orderEvents(orderId:$orderId guestToken:$guestToken after:$after){__typename ...on OrderSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const FollowParcelDocument = /* @__PURE__ */ new TypedDocument<types.FollowParcelSubscription, types.FollowParcelSubscriptionVariables>(
  "subscription FollowParcel($parcelId:ID!$guestToken:String){parcelPosition(parcelId:$parcelId guestToken:$guestToken){__typename ...Seen}}fragment Point on GeoPoint{lat lng}fragment Seen on TripPosition{attempt tracking observedAt freshness etaS point{...Point}}",
)
export const PayForOrdersDocument = /* @__PURE__ */ new TypedDocument<types.PayForOrdersMutation, types.PayForOrdersMutationVariables>(
  "mutation PayForOrders($input:PayOrdersInput!){payOrders(input:$input){__typename ...on PaymentTry{payUrl invoice}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveCheckoutDocument = /* @__PURE__ */ new TypedDocument<types.LeaveCheckoutMutation, types.LeaveCheckoutMutationVariables>(
  "mutation LeaveCheckout($groupId:ID!$guestToken:String){cancelCheckout(input:{groupId:$groupId guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallOrderOffDocument = /* @__PURE__ */ new TypedDocument<types.CallOrderOffMutation, types.CallOrderOffMutationVariables>(
  "mutation CallOrderOff($orderId:ID!$reason:String!$guestToken:String){cancelOrder(input:{orderId:$orderId reason:$reason guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ItArrivedDocument = /* @__PURE__ */ new TypedDocument<types.ItArrivedMutation, types.ItArrivedMutationVariables>(
  "mutation ItArrived($parcelId:ID!$guestToken:String){confirmParcel(input:{parcelId:$parcelId guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OrderIsWellDocument = /* @__PURE__ */ new TypedDocument<types.OrderIsWellMutation, types.OrderIsWellMutationVariables>(
  "mutation OrderIsWell($orderId:ID!$guestToken:String){closeOrder(input:{orderId:$orderId guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskToGiveBackDocument = /* @__PURE__ */ new TypedDocument<types.AskToGiveBackMutation, types.AskToGiveBackMutationVariables>(
  "mutation AskToGiveBack($input:RequestReturnInput!){requestReturn(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SentBackDocument = /* @__PURE__ */ new TypedDocument<types.SentBackMutation, types.SentBackMutationVariables>(
  "mutation SentBack($returnId:ID!$guestToken:String){sendReturn(input:{returnId:$returnId guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const KeepItDocument = /* @__PURE__ */ new TypedDocument<types.KeepItMutation, types.KeepItMutationVariables>(
  "mutation KeepIt($returnId:ID!$guestToken:String){cancelReturn(input:{returnId:$returnId guestToken:$guestToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
