// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ShopsWaitingDocument = /* @__PURE__ */ new TypedDocument<types.ShopsWaitingQuery, types.ShopsWaitingQueryVariables>(
  "query ShopsWaiting{shopsWaiting(are:[SUBMITTED NEEDS_INFO VERIFIED PAUSED SUSPENDED]first:50){edges{node{id slug nameBn nameEn about phone address state reason decisionDueAt allowedTransitions endingAsked{...Asking}place{...Spot}}}}}fragment Asking on ForcedAct{id choice reason askedByName mine}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const DecideShopDocument = /* @__PURE__ */ new TypedDocument<types.DecideShopMutation, types.DecideShopMutationVariables>(
  "mutation DecideShop($shopId:ID!$decision:ShopMove!$reason:String!){decideShop(input:{shopId:$shopId decision:$decision reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DealsWaitingDocument = /* @__PURE__ */ new TypedDocument<types.DealsWaitingQuery, types.DealsWaitingQueryVariables>(
  "query DealsWaiting{dealsWaiting(first:50){edges{node{id state amount buyerName sellerName payBy animal{...AnimalFacts}}}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const ProvidersWaitingDocument = /* @__PURE__ */ new TypedDocument<types.ProvidersWaitingQuery, types.ProvidersWaitingQueryVariables>(
  "query ProvidersWaiting{providerApplications(are:[SUBMITTED NEEDS_INFO]first:50){edges{node{id name about state reason decisionDueAt papers{id}missingPapers allowedTransitions place{...Spot}}}}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const DisputesWaitingDocument = /* @__PURE__ */ new TypedDocument<types.DisputesWaitingQuery, types.DisputesWaitingQueryVariables>(
  "query DisputesWaiting{bookingDisputes(first:50){edges{node{id startsAt price reason citizenName provider{name}service{titleBn titleEn}}}}forcedActs(first:100){edges{node{...Asking subjectId}}}deductionDisputes(first:50){edges{node{id label note claimedAmount unit{titleBn titleEn place{...Spot}}}}}}fragment Asking on ForcedAct{id choice reason askedByName mine}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const DecideBookingDocument = /* @__PURE__ */ new TypedDocument<types.DecideBookingMutation, types.DecideBookingMutationVariables>(
  "mutation DecideBooking($bookingId:ID!$forCitizen:Boolean!$reason:String!){decideDispute(input:{bookingId:$bookingId forCitizen:$forCitizen reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DecideClaimDocument = /* @__PURE__ */ new TypedDocument<types.DecideClaimMutation, types.DecideClaimMutationVariables>(
  "mutation DecideClaim($deductionId:ID!$amount:Paisa!$reason:String!){decideDeduction(input:{deductionId:$deductionId amount:$amount reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DecideDeskDocument = /* @__PURE__ */ new TypedDocument<types.DecideDeskMutation, types.DecideDeskMutationVariables>(
  "mutation DecideDesk($providerId:ID!$decision:ProviderMove!$reason:String!){decideProvider(input:{providerId:$providerId decision:$decision reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DriversToDecideDocument = /* @__PURE__ */ new TypedDocument<types.DriversToDecideQuery, types.DriversToDecideQueryVariables>(
  "query DriversToDecide($waiting:Boolean!$after:Cursor){drivers(waiting:$waiting first:20 after:$after){edges{node{id state name contactPhone licenceNo licenceUntil statement papers{id}missingPapers reason dueAt endingAsked vehicles{id kind plateNo seats state reason}}}pageInfo{hasNextPage endCursor}}}",
)
export const DecideDriverDocument = /* @__PURE__ */ new TypedDocument<types.DecideDriverMutation, types.DecideDriverMutationVariables>(
  "mutation DecideDriver($driverId:ID!$decision:DriverDecision!$reason:String!){decideDriver(input:{driverId:$driverId decision:$decision reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DecideVehicleDocument = /* @__PURE__ */ new TypedDocument<types.DecideVehicleMutation, types.DecideVehicleMutationVariables>(
  "mutation DecideVehicle($vehicleId:ID!$usable:Boolean!$reason:String!){decideVehicle(input:{vehicleId:$vehicleId usable:$usable reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BansWaitingDocument = /* @__PURE__ */ new TypedDocument<types.BansWaitingQuery, types.BansWaitingQueryVariables>(
  "query BansWaiting{biddingBans(first:50){edges{node{id name standing until reason}}}}",
)
export const AgreeToBanDocument = /* @__PURE__ */ new TypedDocument<types.AgreeToBanMutation, types.AgreeToBanMutationVariables>(
  "mutation AgreeToBan($banId:ID!){confirmBan(input:{banId:$banId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LiftBanDocument = /* @__PURE__ */ new TypedDocument<types.LiftBanMutation, types.LiftBanMutationVariables>(
  "mutation LiftBan($banId:ID!$reason:String!){liftBan(input:{banId:$banId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
