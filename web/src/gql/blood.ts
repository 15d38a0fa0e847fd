// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const BloodPageDocument = /* @__PURE__ */ new TypedDocument<types.BloodPageQuery, types.BloodPageQueryVariables>(
  "query BloodPage{myBloodDonor{id group place{...Spot}bornOn weightKg available lastGivenOn eligibleOn rested}myBloodRequests(first:10){edges{node{...Need}}}myDonationOffers(first:10){edges{node{...Giver request{...Need}}}}}fragment Giver on DonationOffer{id state exact group place{...Spot}mine phone name givenOn reason allowedTransitions}fragment Need on BloodRequest{id group units confirmed given state place{...Spot}hospital note neededBy rings exhausted mine allowedTransitions}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const NeedPageDocument = /* @__PURE__ */ new TypedDocument<types.NeedPageQuery, types.NeedPageQueryVariables>(
  "query NeedPage($id:ID!){bloodRequest(id:$id){...Need offers{...Giver}myOffer{...Giver}}}fragment Giver on DonationOffer{id state exact group place{...Spot}mine phone name givenOn reason allowedTransitions}fragment Need on BloodRequest{id group units confirmed given state place{...Spot}hospital note neededBy rings exhausted mine allowedTransitions}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const FollowNeedDocument = /* @__PURE__ */ new TypedDocument<types.FollowNeedSubscription, types.FollowNeedSubscriptionVariables>(
  "subscription FollowNeed($requestId:ID!$after:Cursor){bloodRequestEvents(requestId:$requestId after:$after){__typename ...on BloodRequestSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const AskForBloodDocument = /* @__PURE__ */ new TypedDocument<types.AskForBloodMutation, types.AskForBloodMutationVariables>(
  "mutation AskForBlood($input:RequestBloodInput!){requestBlood(input:$input){__typename ...on BloodRequest{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallNeedOffDocument = /* @__PURE__ */ new TypedDocument<types.CallNeedOffMutation, types.CallNeedOffMutationVariables>(
  "mutation CallNeedOff($requestId:ID!){cancelBloodRequest(input:{requestId:$requestId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayWillingDocument = /* @__PURE__ */ new TypedDocument<types.SayWillingMutation, types.SayWillingMutationVariables>(
  "mutation SayWilling($donationOfferId:ID!){offerToGive(input:{donationOfferId:$donationOfferId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayNotNowDocument = /* @__PURE__ */ new TypedDocument<types.SayNotNowMutation, types.SayNotNowMutationVariables>(
  "mutation SayNotNow($donationOfferId:ID!){declineToGive(input:{donationOfferId:$donationOfferId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeWordBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeWordBackMutation, types.TakeWordBackMutationVariables>(
  "mutation TakeWordBack($donationOfferId:ID!){withdrawDonation(input:{donationOfferId:$donationOfferId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeDonorDocument = /* @__PURE__ */ new TypedDocument<types.TakeDonorMutation, types.TakeDonorMutationVariables>(
  "mutation TakeDonor($donationOfferId:ID!){confirmDonor(input:{donationOfferId:$donationOfferId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WriteDonationDocument = /* @__PURE__ */ new TypedDocument<types.WriteDonationMutation, types.WriteDonationMutationVariables>(
  "mutation WriteDonation($donationOfferId:ID!){recordDonation(input:{donationOfferId:$donationOfferId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SendDonorHomeDocument = /* @__PURE__ */ new TypedDocument<types.SendDonorHomeMutation, types.SendDonorHomeMutationVariables>(
  "mutation SendDonorHome($donationOfferId:ID!$reason:String!){deferDonor(input:{donationOfferId:$donationOfferId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SaveGiverDocument = /* @__PURE__ */ new TypedDocument<types.SaveGiverMutation, types.SaveGiverMutationVariables>(
  "mutation SaveGiver($input:SaveBloodDonorInput!){saveBloodDonor(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayCallMeDocument = /* @__PURE__ */ new TypedDocument<types.SayCallMeMutation, types.SayCallMeMutationVariables>(
  "mutation SayCallMe($available:Boolean!){setDonorAvailability(input:{available:$available}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FittingGroupsDocument = /* @__PURE__ */ new TypedDocument<types.FittingGroupsQuery, types.FittingGroupsQueryVariables>(
  "query FittingGroups($group:BloodGroup!){compatibleDonors(group:$group)}",
)
export const DonationOfferPageDocument = /* @__PURE__ */ new TypedDocument<types.DonationOfferPageQuery, types.DonationOfferPageQueryVariables>(
  "query DonationOfferPage($id:ID!){donationOffer(id:$id){...Giver invitedAt answeredAt confirmedAt request{id ...Need}}}fragment Giver on DonationOffer{id state exact group place{...Spot}mine phone name givenOn reason allowedTransitions}fragment Need on BloodRequest{id group units confirmed given state place{...Spot}hospital note neededBy rings exhausted mine allowedTransitions}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
