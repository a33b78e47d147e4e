import { languageName } from '../../../shared/model/translation/language.ts';

/** Languages one is offered without writing their tag: those of most workplaces, by how many people work in them. */
const common =
  'ar bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv mk ms mt nb nl pl ps pt pt-BR ro ru sk sl so sq sr sv sw ta th ti tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );

/** By their English names, as the studio speaks English. */
export const offeredLanguages = common
  .map((tag) => ({ tag, name: languageName(tag, 'en') }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
