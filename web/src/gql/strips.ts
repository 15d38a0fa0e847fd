// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const HomeStripsDocument = /* @__PURE__ */ new TypedDocument<types.HomeStripsQuery, types.HomeStripsQueryVariables>(
  "query HomeStrips($around:GeoPointInput!){vehiclesNear(kind:AMBULANCE around:$around){vehicles}shops(first:1){edges{node{slug nameBn nameEn place{nameBn nameEn parent{nameBn nameEn}}}}}}",
)
