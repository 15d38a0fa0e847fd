// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const WeighAnimalDocument = /* @__PURE__ */ new TypedDocument<types.WeighAnimalMutation, types.WeighAnimalMutationVariables>(
  "mutation WeighAnimal($input:WeighAnimalInput!){weighAnimal(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AnswerChecklistDocument = /* @__PURE__ */ new TypedDocument<types.AnswerChecklistMutation, types.AnswerChecklistMutationVariables>(
  "mutation AnswerChecklist($input:AnswerChecklistInput!){answerChecklist(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeAnimalAwayDocument = /* @__PURE__ */ new TypedDocument<types.TakeAnimalAwayMutation, types.TakeAnimalAwayMutationVariables>(
  "mutation TakeAnimalAway($animalId:ID!$reason:String!){withdrawAnimal(input:{animalId:$animalId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TellDeathDocument = /* @__PURE__ */ new TypedDocument<types.TellDeathMutation, types.TellDeathMutationVariables>(
  "mutation TellDeath($animalId:ID!$reason:String!){reportAnimalDeath(input:{animalId:$animalId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
