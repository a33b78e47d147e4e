import { Fault } from '../../../shared/contract/faults.ts';
import { Id } from '../../../shared/model/ids.ts';
import { codeBetween, escapeCodes } from '../../../shared/model/translation/codes.ts';
import { LanguageTag } from '../../../shared/model/translation/translations.ts';
import { elementsOf, readXml, within, type XmlElement } from '../archive/xml.ts';
import { lineBreak, outdatedState } from './names.ts';

/** A text of a file, with its inline codes as numbers. */
export interface XliffUnit {
  name: string;
  source: string;
  /** Null where it was not translated. */
  target: string | null;
  /** A translator says that the target stands for the source: not `initial`, and not one that was outdated when it went out. */
  settled: boolean;
}

export interface Xliff {
  module: string;
  source: string;
  language: string;
  units: XliffUnit[];
}

/** More than any module has; more texts than this in one file are no module's. */
const mostUnits = 100_000;

const pair = (id: string, text: string): string => `<${id}>${text}</${id}>`;

/** Codes as numbers, whichever way a program writes them: `pc` around words, `sc` and `ec` at both ends, `ph` between them. */
function coded(node: XmlElement): string {
  const read = ({ children }: XmlElement): string =>
    children
      .map((child) => {
        if (typeof child === 'string') return escapeCodes(child);
        const { name, attributes } = child;
        const { id = '' } = attributes;
        switch (name) {
          case 'pc':
            return pair(id, read(child));
          case 'ph':
            return attributes.subType === lineBreak || id.startsWith('n') ? '\n' : codeBetween(id);
          case 'sc':
            return `<${id}>`;
          case 'ec':
            return `</${attributes.startRef ?? id}>`;
          case 'cp':
            return signOf(attributes.hex);
          // What only marks words for the translator, and whatever else programs put in, says nothing to a reader.
          default:
            return read(child);
        }
      })
      .join('');
  return read(node);
}

const unknownSign = 0xfffd;

/** A sign by its number, where XML could not hold it. */
function signOf(hex = ''): string {
  const code = /^[0-9a-f]{1,6}$/iu.test(hex) ? Number.parseInt(hex, 16) : unknownSign;
  return String.fromCodePoint(code > 0x10ffff ? unknownSign : code);
}

const part = (segment: XmlElement, name: string): XmlElement | undefined => elementsOf(segment).find((child) => child.name === name);

/** Of a unit that a program cut into segments, all of them run together, with what stands between. */
function unitOf(unit: XmlElement): XliffUnit {
  const pieces = elementsOf(unit).filter(({ name }) => name === 'segment' || name === 'ignorable');
  const segments = pieces.filter(({ name }) => name === 'segment');
  const sources = pieces.map((piece) => part(piece, 'source'));
  const isTranslated = segments.length > 0 && segments.every((segment) => part(segment, 'target'));
  return {
    name: unit.attributes.id ?? '',
    source: sources.map((source) => (source ? coded(source) : '')).join(''),
    target: isTranslated ? pieces.map((piece, index) => coded(part(piece, 'target') ?? sources[index] ?? piece)).join('') : null,
    settled: segments.every(
      ({ attributes: { state, subState } }) => state !== undefined && state !== 'initial' && subState !== outdatedState,
    ),
  };
}

/** A file as translators send it back. Throws where it is none, of another version, or not of one module and two languages. */
export function readXliff(text: string, name: string): Xliff {
  const root = readXml(text, name);
  const refuse = (why: 'not-xliff' | 'version' | 'language' | 'module') => new Fault('XLIFF_REFUSED', { name, why });
  if (root.name !== 'xliff') throw refuse('not-xliff');
  const { version = '', srcLang = '', trgLang = '' } = root.attributes;
  if (!version.startsWith('2.')) throw refuse('version');
  const files = elementsOf(root).filter((child) => child.name === 'file');
  const [file, ...others] = files;
  const module = Id.safeParse(file?.attributes.id).data;
  if (!file || !module || others.length > 0) throw refuse('module');
  if (!LanguageTag.safeParse(trgLang).success || srcLang === '') throw refuse('language');
  const units = within(file, 'unit');
  if (units.length > mostUnits) throw new Fault('ARCHIVE_REFUSED', { name, why: 'too-many' });
  return { module, source: srcLang, language: trgLang, units: units.map(unitOf) };
}
