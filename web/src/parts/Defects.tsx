/** The list of defects, each to be ticked: a seller answers it, and a vet after him. */
import { pick } from '../words/i18n'

type Defect = { slug: string; nameBn: string; nameEn: string }
type Props = {
  label: string
  hint?: string
  all: Defect[]
  chosen: string[]
  onChosen: (slugs: string[]) => void
}

export function Defects({ label, hint, all, chosen, onChosen }: Props) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="options">
        {all.map(({ slug, nameBn, nameEn }) => (
          <label key={slug} class="option">
            <input
              type="checkbox"
              checked={chosen.includes(slug)}
              onChange={() => {
                const others = chosen.filter(each => each !== slug)
                onChosen(others.length < chosen.length ? others : [...chosen, slug])
              }}
            />
            <span>{pick({ bn: nameBn, en: nameEn })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
