/** What is to be paid online, asked for when it is looked at. */
import { RentBillDocument } from '../../gql/bhara'
import { useQuery } from '../../net/load'
import { PayBox } from '../../parts/PayBox'

export function Bill({ id }: { id: string }) {
  const { data } = useQuery(RentBillDocument, { id }, { perViewer: true })
  const bill = data.value?.payment
  return bill ? <PayBox bill={bill} /> : null
}
