// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const TradesDocument = /* @__PURE__ */ new TypedDocument<types.TradesQuery, types.TradesQueryVariables>(
  "query Trades{serviceCategories{...Kind units needsLicence}}fragment Kind on ServiceCategory{id slug nameBn nameEn ways parentId}",
)
export const SaveDeskDocument = /* @__PURE__ */ new TypedDocument<types.SaveDeskMutation, types.SaveDeskMutationVariables>(
  "mutation SaveDesk($input:SaveProviderInput!){saveProvider(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SaveWeekDocument = /* @__PURE__ */ new TypedDocument<types.SaveWeekMutation, types.SaveWeekMutationVariables>(
  "mutation SaveWeek($week:[[WorkingSpanInput!]!]!){setWorkingHours(input:{week:$week}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OfferServiceDocument = /* @__PURE__ */ new TypedDocument<types.OfferServiceMutation, types.OfferServiceMutationVariables>(
  "mutation OfferService($input:DraftServiceInput!){draftService(input:$input){__typename ...on Service{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OfferPriceDocument = /* @__PURE__ */ new TypedDocument<types.OfferPriceMutation, types.OfferPriceMutationVariables>(
  "mutation OfferPrice($input:AddPriceOptionInput!){addPriceOption(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandInDeskDocument = /* @__PURE__ */ new TypedDocument<types.HandInDeskMutation, types.HandInDeskMutationVariables>(
  "mutation HandInDesk{submitProvider{__typename ...on ApplicationIncomplete{missing}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
