// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const TapeWeightDocument = /* @__PURE__ */ new TypedDocument<types.TapeWeightQuery, types.TapeWeightQueryVariables>(
  "query TapeWeight($length:Int!$girth:Int!){tapeWeight(lengthInch:$length girthInch:$girth)}",
)
export const SaveApplicationDocument = /* @__PURE__ */ new TypedDocument<types.SaveApplicationMutation, types.SaveApplicationMutationVariables>(
  "mutation SaveApplication($input:SaveSellerApplicationInput!){saveSellerApplication(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandInApplicationDocument = /* @__PURE__ */ new TypedDocument<types.HandInApplicationMutation, types.HandInApplicationMutationVariables>(
  "mutation HandInApplication{submitSellerApplication{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RegisterAnimalDocument = /* @__PURE__ */ new TypedDocument<types.RegisterAnimalMutation, types.RegisterAnimalMutationVariables>(
  "mutation RegisterAnimal($input:RegisterAnimalInput!){registerAnimal(input:$input){__typename ...on Animal{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskForCheckDocument = /* @__PURE__ */ new TypedDocument<types.AskForCheckMutation, types.AskForCheckMutationVariables>(
  "mutation AskForCheck($animalId:ID!){requestCheck(input:{animalId:$animalId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ListFixedDocument = /* @__PURE__ */ new TypedDocument<types.ListFixedMutation, types.ListFixedMutationVariables>(
  "mutation ListFixed($input:ListAnimalInput!){listForFixedPrice(input:$input){__typename ...on Listing{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ListBargainDocument = /* @__PURE__ */ new TypedDocument<types.ListBargainMutation, types.ListBargainMutationVariables>(
  "mutation ListBargain($input:ListAnimalInput!){listForBargaining(input:$input){__typename ...on Listing{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ListByWeightDocument = /* @__PURE__ */ new TypedDocument<types.ListByWeightMutation, types.ListByWeightMutationVariables>(
  "mutation ListByWeight($input:ListByWeightInput!){listByWeight(input:$input){__typename ...on Listing{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const UsualPriceDocument = /* @__PURE__ */ new TypedDocument<types.UsualPriceQuery, types.UsualPriceQueryVariables>(
  "query UsualPrice($category:String!$place:ID!){priceBand(category:$category place:$place){basis p10Price medianPrice p90Price}}",
)
export const SubmitLotDocument = /* @__PURE__ */ new TypedDocument<types.SubmitLotMutation, types.SubmitLotMutationVariables>(
  "mutation SubmitLot($input:SubmitLotInput!){submitLot(input:$input){__typename ...on Lot{id number}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
