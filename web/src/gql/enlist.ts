// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DriverPapersDocument = /* @__PURE__ */ new TypedDocument<types.DriverPapersQuery, types.DriverPapersQueryVariables>(
  "query DriverPapers{myDriver{id state name contactPhone placeId licenceNo licenceUntil statement reason dueAt missingPapers papers{id}vehicles{id kind skill plateNo seats state reason}}}",
)
export const SkillsOnFootDocument = /* @__PURE__ */ new TypedDocument<types.SkillsOnFootQuery, types.SkillsOnFootQueryVariables>(
  "query SkillsOnFoot{serviceCategories{slug nameBn nameEn tripKinds}}",
)
export const MyDrivingDocument = /* @__PURE__ */ new TypedDocument<types.MyDrivingQuery, types.MyDrivingQueryVariables>(
  "query MyDriving($after:Cursor){myDriving(first:10 after:$after){edges{cursor node{id kind state pickupNote dropNote fare travelledM requestedAt endedAt scheduledFor}}pageInfo{hasNextPage endCursor}}}",
)
export const WriteDriverDocument = /* @__PURE__ */ new TypedDocument<types.WriteDriverMutation, types.WriteDriverMutationVariables>(
  "mutation WriteDriver($input:SaveDriverInput!){saveDriver(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandInDriverDocument = /* @__PURE__ */ new TypedDocument<types.HandInDriverMutation, types.HandInDriverMutationVariables>(
  "mutation HandInDriver{submitDriver{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeVehicleDocument = /* @__PURE__ */ new TypedDocument<types.TakeVehicleMutation, types.TakeVehicleMutationVariables>(
  "mutation TakeVehicle($input:AddVehicleInput!){addVehicle(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DropVehicleDocument = /* @__PURE__ */ new TypedDocument<types.DropVehicleMutation, types.DropVehicleMutationVariables>(
  "mutation DropVehicle($vehicleId:ID!){retireVehicle(input:{vehicleId:$vehicleId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
