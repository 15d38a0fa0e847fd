/** Photos of the scale, the handover and of what is wrong: whose turn it is gives them, both see them. */
import type { ProofFragment } from '../../gql'
import { ShowProofDocument } from '../../gql/dealing'
import { mutate } from '../../net/client'
import { Photo } from '../../parts/Photo'
import { Photos } from '../../parts/Photos'
import { type Key, t } from '../../words/i18n'
import type { Part, View } from '../Deal'

const MOST = 6

type Kind = 'WEIGHING' | 'HANDOVER' | 'OBJECTION'

export function Proofs(part: Part) {
  const { deal } = part
  return (
    <>
      <One kind="WEIGHING" hung={deal.weighing} {...part} />
      <One kind="HANDOVER" hung={deal.handover} {...part} />
      <One kind="OBJECTION" hung={deal.objection} {...part} />
    </>
  )
}

/** Whether the viewer may give photos of a kind now (the API decides). */
function mayGive({ buying, selling, state }: View, kind: Kind): boolean {
  if (kind === 'OBJECTION') return buying && (state === 'HANDED_OVER' || state === 'DISPUTED')
  return selling && (state === 'PAID' || state === 'HANDED_OVER')
}

type OneProps = Part & { kind: Kind; hung: ProofFragment[] }

function One({ kind, hung, deal, reload }: OneProps) {
  const mine = mayGive(deal, kind)
  const title = t(`deal.${kind}` as Key)
  if (!mine && hung.length === 0) return null
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {mine ? (
        <Photos
          hung={hung}
          films
          most={MOST}
          title={title}
          hang={async media => {
            const input = { dealId: deal.id, proof: kind, media }
            return (await mutate(ShowProofDocument, { input })).setDealProof
          }}
          after={reload}
        />
      ) : (
        <ul class="proofs">
          {hung.map(one => (
            <li key={one.id} class="picture">
              <Photo photo={one} alt={one.alt || title} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
