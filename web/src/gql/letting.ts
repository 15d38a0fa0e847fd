// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyRentalsPageDocument = /* @__PURE__ */ new TypedDocument<types.MyRentalsPageQuery, types.MyRentalsPageQueryVariables>(
  "query MyRentalsPage{myRentalUnits(first:30){edges{node{...UnitView}}}myViewings(first:20){edges{node{...Visit}}}myRentalAgreements(first:20){edges{node{id state letting landlordName tenantName startsOn rentAmount unit{id titleBn titleEn}}}}myVehicleHires(first:20){edges{node{...Hired}}}}fragment Hired on VehicleHire{id state firstDay untilDay amount pickup note dueAt hirerName phone allowedTransitions unit{id titleBn titleEn mine}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment UnitCard on RentalUnit{id kind state titleBn titleEn place{...Spot}rentAmount advanceAmount rooms areaSqft seats}fragment UnitView on RentalUnit{...UnitCard description address serviceChargeAmount floor tenants amenities ownerName confirmedAt hiddenBy mine allowedTransitions}fragment Visit on Viewing{id state startsAt note visitorName phone allowedTransitions unit{id titleBn titleEn address mine state}}",
)
export const PutUpDocument = /* @__PURE__ */ new TypedDocument<types.PutUpMutation, types.PutUpMutationVariables>(
  "mutation PutUp($input:ListRentalInput!){listRental(input:$input){__typename ...on RentalUnit{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const StillToLetDocument = /* @__PURE__ */ new TypedDocument<types.StillToLetMutation, types.StillToLetMutationVariables>(
  "mutation StillToLet($rentalUnitId:ID!){confirmRental(input:{rentalUnitId:$rentalUnitId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const NewRentDocument = /* @__PURE__ */ new TypedDocument<types.NewRentMutation, types.NewRentMutationVariables>(
  "mutation NewRent($input:ChangeRentInput!){changeRent(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeDownDocument = /* @__PURE__ */ new TypedDocument<types.TakeDownMutation, types.TakeDownMutationVariables>(
  "mutation TakeDown($rentalUnitId:ID!){retireRental(input:{rentalUnitId:$rentalUnitId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskToSeeDocument = /* @__PURE__ */ new TypedDocument<types.AskToSeeMutation, types.AskToSeeMutationVariables>(
  "mutation AskToSee($input:RequestViewingInput!){requestViewing(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LetComeDocument = /* @__PURE__ */ new TypedDocument<types.LetComeMutation, types.LetComeMutationVariables>(
  "mutation LetCome($viewingId:ID!){confirmViewing(input:{viewingId:$viewingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LetNotComeDocument = /* @__PURE__ */ new TypedDocument<types.LetNotComeMutation, types.LetNotComeMutationVariables>(
  "mutation LetNotCome($viewingId:ID!){declineViewing(input:{viewingId:$viewingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ComeNotDocument = /* @__PURE__ */ new TypedDocument<types.ComeNotMutation, types.ComeNotMutationVariables>(
  "mutation ComeNot($viewingId:ID!){cancelViewing(input:{viewingId:$viewingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OfferTenancyDocument = /* @__PURE__ */ new TypedDocument<types.OfferTenancyMutation, types.OfferTenancyMutationVariables>(
  "mutation OfferTenancy($input:OfferAgreementInput!){offerAgreement(input:$input){__typename ...on RentalAgreement{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ClaimOfAdvanceDocument = /* @__PURE__ */ new TypedDocument<types.ClaimOfAdvanceMutation, types.ClaimOfAdvanceMutationVariables>(
  "mutation ClaimOfAdvance($agreementId:ID!$deductions:[DeductionLine!]!){claimDeductions(input:{agreementId:$agreementId deductions:$deductions}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AgreeToClaimsDocument = /* @__PURE__ */ new TypedDocument<types.AgreeToClaimsMutation, types.AgreeToClaimsMutationVariables>(
  "mutation AgreeToClaims($agreementId:ID!){acceptDeductions(input:{agreementId:$agreementId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ObjectToClaimDocument = /* @__PURE__ */ new TypedDocument<types.ObjectToClaimMutation, types.ObjectToClaimMutationVariables>(
  "mutation ObjectToClaim($deductionId:ID!$note:String!){disputeDeduction(input:{deductionId:$deductionId note:$note}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskForDaysDocument = /* @__PURE__ */ new TypedDocument<types.AskForDaysMutation, types.AskForDaysMutationVariables>(
  "mutation AskForDays($input:RequestHireInput!){requestHire(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LetDriveDocument = /* @__PURE__ */ new TypedDocument<types.LetDriveMutation, types.LetDriveMutationVariables>(
  "mutation LetDrive($vehicleHireId:ID!){confirmHire(input:{vehicleHireId:$vehicleHireId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LetNotDriveDocument = /* @__PURE__ */ new TypedDocument<types.LetNotDriveMutation, types.LetNotDriveMutationVariables>(
  "mutation LetNotDrive($vehicleHireId:ID!){declineHire(input:{vehicleHireId:$vehicleHireId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DriveNotDocument = /* @__PURE__ */ new TypedDocument<types.DriveNotMutation, types.DriveNotMutationVariables>(
  "mutation DriveNot($vehicleHireId:ID!){cancelHire(input:{vehicleHireId:$vehicleHireId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DroveHomeDocument = /* @__PURE__ */ new TypedDocument<types.DroveHomeMutation, types.DroveHomeMutationVariables>(
  "mutation DroveHome($vehicleHireId:ID!){finishHire(input:{vehicleHireId:$vehicleHireId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
