/** The receipt as it is printed, in Bengali, with the code by which anybody checks it. */
import type { DealPageQuery } from '../../gql'
import { t } from '../../words/i18n'

const LATIN = /^[ -~]+$/

type Props = { receipt: NonNullable<DealPageQuery['receipt']> }

export function Receipt({ receipt }: Props) {
  return (
    <section class="card stack receipt" aria-label={t('deal.receipt')}>
      <h2>{t('deal.receipt')}</h2>
      <div class="paper" lang="bn">
        <p class="head">হাতের মুঠোয় কিশোরগঞ্জ</p>
        <dl class="week">
          {receipt.printed.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd lang={LATIN.test(value) ? 'en' : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
        <img
          class="qr"
          src={pictureOf(receipt.qrSvg)}
          alt={t('deal.qr')}
          width={148}
          height={148}
        />
        <p class="soft">ফোনের ক্যামেরায় কোডটি ধরলে যে কেউ যাচাই করতে পারেন।</p>
      </div>
      <div class="row unprinted">
        <button type="button" onClick={() => print()}>
          {t('deal.print')}
        </button>
        <a class="button plain" href={new URL(receipt.verificationUrl).pathname}>
          {t('deal.verify')}
        </a>
      </div>
    </section>
  )
}

/** Return a drawing that was made to stand in a page as a picture of its own. */
function pictureOf(svg: string): string {
  const whole = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  return `data:image/svg+xml,${encodeURIComponent(whole)}`
}
