/** A photo that fills its box: the smallest file that is wide enough, its color until it comes. */
import type { PhotoFragment } from '../gql'

type Props = {
  photo: PhotoFragment
  alt: string
  /** It is as wide as the page. */
  large?: boolean
  /** It is not seen yet. */
  later?: boolean
}

export function Photo({ photo, alt, large = false, later = !large }: Props) {
  const { avif, webp, avifLarge, webpLarge, color } = photo
  // A card is a few fingers wide; alone on a page a photo is as wide as the page, up to its column.
  const sizes = large ? '(min-width: 60rem) 36rem, 100vw' : '(min-width: 40rem) 20rem, 40vw'
  return (
    <picture>
      <source type="image/avif" srcset={widths(avif, avifLarge)} sizes={sizes} />
      <img
        src={webp ?? ''}
        srcset={widths(webp, webpLarge)}
        sizes={sizes}
        alt={alt}
        loading={later ? 'lazy' : 'eager'}
        decoding="async"
        style={{ background: color }}
      />
    </picture>
  )
}

/** A small photo has one file for both. */
function widths(small: string | null, large: string | null): string {
  return small === large ? `${small} 480w` : `${small} 480w, ${large} 960w`
}
