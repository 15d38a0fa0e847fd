// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const FindHomesDocument = /* @__PURE__ */ new TypedDocument<types.FindHomesQuery, types.FindHomesQueryVariables>(
  "query FindHomes($text:String!){placeSearch(text:$text kinds:[UNION MUNICIPALITY WARD]first:8){id nameBn nameEn parent{nameBn nameEn}}}",
)
export const PlaceNameDocument = /* @__PURE__ */ new TypedDocument<types.PlaceNameQuery, types.PlaceNameQueryVariables>(
  "query PlaceName($id:ID!){place(id:$id){id nameBn nameEn}}",
)
