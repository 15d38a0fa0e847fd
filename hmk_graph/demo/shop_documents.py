"""What the simulated customers and shopkeepers ask of the public API, word for word."""

from hmk_graph.demo.documents import REFUSED

SHOPS = """
query Shops {
  shops(first: 12) { edges { node { id slug products(first: 8) { edges { node {
    id variants { id available }
  } } } } } }
}
"""
SERVICES = "{ paymentServices { name } }"
PUT_IN_CART = f"""
mutation PutInCart($input: PutInCartInput!) {{
  putInCart(input: $input) {{ __typename ... on Cart {{ version }} {REFUSED} }}
}}
"""
CHECK_OUT = f"""
mutation CheckOut($input: CheckOutInput!) {{
  checkOut(input: $input) {{ __typename ... on OrderGroup {{ id orders {{ id }} }} {REFUSED} }}
}}
"""
PAY_ORDERS = f"""
mutation PayOrders($input: PayOrdersInput!) {{
  payOrders(input: $input) {{ __typename ... on PaymentTry {{ payUrl }} {REFUSED} }}
}}
"""
ORDER = "query Order($id: ID!) { order(id: $id) { state code parcels { id state } } }"
CONFIRM_PARCEL = f"""
mutation ConfirmParcel($input: ConfirmParcelInput!) {{
  confirmParcel(input: $input) {{ __typename {REFUSED} }}
}}
"""
CLOSE_ORDER = f"""
mutation CloseOrder($input: CloseOrderInput!) {{
  closeOrder(input: $input) {{ __typename {REFUSED} }}
}}
"""

# --- At the shop ---

SHOP_ORDERS = """
query ShopOrders {
  shopOrders(are: [PLACED, ACCEPTED, PACKED, OUT_FOR_DELIVERY], first: 50) { edges { node {
    id state contactPhone parcels { id state }
  } } }
}
"""
MY_PRODUCTS = """
query MyProducts {
  myProducts(first: 50) { edges { node {
    id nameBn media { id } variants { id stocks { onHand reserved } }
  } } }
}
"""
ACCEPT = f"""
mutation AcceptOrder($input: OrderInput!) {{
  acceptOrder(input: $input) {{ __typename {REFUSED} }}
}}
"""
PACK = f"""
mutation PackOrder($input: PackOrderInput!) {{
  packOrder(input: $input) {{ __typename {REFUSED} }}
}}
"""
SEND = f"""
mutation SendParcel($input: SendParcelInput!) {{
  sendParcel(input: $input) {{ __typename {REFUSED} }}
}}
"""
DELIVER = f"""
mutation DeliverParcel($input: DeliverParcelInput!) {{
  deliverParcel(input: $input) {{ __typename {REFUSED} }}
}}
"""
CHANGE_STOCK = f"""
mutation ChangeStock($input: ChangeStockInput!) {{
  changeStock(input: $input) {{ __typename {REFUSED} }}
}}
"""
BEGIN_UPLOAD = f"""
mutation BeginUpload($input: BeginUploadInput!) {{
  beginUpload(input: $input) {{
    __typename ... on UploadTicket {{ url media {{ id state }} headers {{ name value }} }} {REFUSED}
  }}
}}
"""
CONFIRM_UPLOAD = f"""
mutation ConfirmUpload($input: MediaInput!) {{
  confirmUpload(input: $input) {{ __typename ... on Media {{ id state }} {REFUSED} }}
}}
"""
MEDIA = "query Media($id: ID!) { media(id: $id) { id state } }"
SET_PHOTOS = f"""
mutation SetPhotos($input: PictureProductInput!) {{
  setProductMedia(input: $input) {{ __typename {REFUSED} }}
}}
"""
