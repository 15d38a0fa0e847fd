// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const BarringLotsDocument = /* @__PURE__ */ new TypedDocument<types.BarringLotsQuery, types.BarringLotsQueryVariables>(
  "query BarringLots{myHaats{id}running:lots(are:RUNNING first:100){edges{node{...BarringLot}}}ended:lots(are:ENDED first:100){edges{node{...BarringLot}}}}fragment BarringLot on Lot{id number titleBn titleEn bidderCount haat{id}}",
)
export const RevealBidderDocument = /* @__PURE__ */ new TypedDocument<types.RevealBidderMutation, types.RevealBidderMutationVariables>(
  "mutation RevealBidder($lotId:ID!$bidder:Int!$reason:String!){revealBidder(input:{lotId:$lotId bidder:$bidder reason:$reason}){__typename ...on RevealedBidder{accountId haatId name}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskForBanDocument = /* @__PURE__ */ new TypedDocument<types.AskForBanMutation, types.AskForBanMutationVariables>(
  "mutation AskForBan($input:AskBanInput!){askBan(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
