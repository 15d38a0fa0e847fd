import { pick } from '../../words/i18n'

type Named = { name: string; breed: { nameBn: string; nameEn: string } }

/** Return what an animal is called, or else its breed. */
export function animalName({ name, breed }: Named): string {
  return name || pick({ bn: breed.nameBn, en: breed.nameEn })
}
