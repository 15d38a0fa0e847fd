// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const RentalsPageDocument = /* @__PURE__ */ new TypedDocument<types.RentalsPageQuery, types.RentalsPageQueryVariables>(
  "query RentalsPage($filter:RentalFilter!$after:Cursor){rentals(filter:$filter first:20 after:$after){edges{node{...UnitCard}}pageInfo{hasNextPage endCursor}}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment UnitCard on RentalUnit{id kind state titleBn titleEn place{...Spot}rentAmount advanceAmount rooms areaSqft seats}",
)
export const RentalPageDocument = /* @__PURE__ */ new TypedDocument<types.RentalPageQuery, types.RentalPageQueryVariables>(
  "query RentalPage($id:ID!){rentalUnit(id:$id){...UnitView}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment UnitCard on RentalUnit{id kind state titleBn titleEn place{...Spot}rentAmount advanceAmount rooms areaSqft seats}fragment UnitView on RentalUnit{...UnitCard description address serviceChargeAmount floor tenants amenities ownerName confirmedAt hiddenBy mine allowedTransitions}",
)
export const TenancyPageDocument = /* @__PURE__ */ new TypedDocument<types.TenancyPageQuery, types.TenancyPageQueryVariables>(
  "query TenancyPage($id:ID!){rentalAgreement(id:$id){...TenancyView}}fragment TenancyView on RentalAgreement{id state letting landlordName tenantName phone rentAmount serviceChargeAmount advanceAmount startsOn noticeDays terms dueAt handedOverAt returnedAt leavesOn settledAt advancePaymentId allowedTransitions unit{id titleBn titleEn address}dues{id month amount paidAt inCash paymentId}deductions{id label claimedAmount amount state note}}",
)
export const RentBillDocument = /* @__PURE__ */ new TypedDocument<types.RentBillQuery, types.RentBillQueryVariables>(
  "query RentBill($id:ID!){payment(id:$id){...Bill}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}",
)
export const FollowTenancyDocument = /* @__PURE__ */ new TypedDocument<types.FollowTenancySubscription, types.FollowTenancySubscriptionVariables>(
  "subscription FollowTenancy($agreementId:ID!$after:Cursor){rentalEvents(agreementId:$agreementId after:$after){__typename ...on RentalSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const TakeTenancyDocument = /* @__PURE__ */ new TypedDocument<types.TakeTenancyMutation, types.TakeTenancyMutationVariables>(
  "mutation TakeTenancy($agreementId:ID!){acceptAgreement(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveTenancyDocument = /* @__PURE__ */ new TypedDocument<types.LeaveTenancyMutation, types.LeaveTenancyMutationVariables>(
  "mutation LeaveTenancy($agreementId:ID!){declineAgreement(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeOfferBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeOfferBackMutation, types.TakeOfferBackMutationVariables>(
  "mutation TakeOfferBack($agreementId:ID!){withdrawAgreement(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const GiveKeysDocument = /* @__PURE__ */ new TypedDocument<types.GiveKeysMutation, types.GiveKeysMutationVariables>(
  "mutation GiveKeys($agreementId:ID!){handOverKeys(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const KeysAreBackDocument = /* @__PURE__ */ new TypedDocument<types.KeysAreBackMutation, types.KeysAreBackMutationVariables>(
  "mutation KeysAreBack($agreementId:ID!){returnKeys(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayNoticeDocument = /* @__PURE__ */ new TypedDocument<types.SayNoticeMutation, types.SayNoticeMutationVariables>(
  "mutation SayNotice($agreementId:ID!$leavesOn:Date!){giveRentalNotice(input:{agreementId:$agreementId leavesOn:$leavesOn}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RentInCashDocument = /* @__PURE__ */ new TypedDocument<types.RentInCashMutation, types.RentInCashMutationVariables>(
  "mutation RentInCash($rentDueId:ID!){takeRentInCash(input:{rentDueId:$rentDueId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
