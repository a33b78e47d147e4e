import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Fault } from '../../../shared/contract/faults.ts';
import { deepest } from '../../../shared/model/depth.ts';

/** An element by its local name: which prefix a program chose says nothing. Only ids of relations are told apart, as `r:id`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Well-formed XML as a tree. A document type is refused as such: it is what entities that multiply or open files come in. */
export function readXml(text: string, name: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Fault('ARCHIVE_BROKEN', { name }, { cause: error });
  });
  parser.on('doctype', () => {
    throw new Fault('ARCHIVE_REFUSED', { name, why: 'doctype' });
  });
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw new Fault('DOCUMENT_TOO_DEEP', { name });
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.on('cdata', (words) => void open.at(-1)?.children.push(words));
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const [element] = elementsOf(root);
  if (!element) throw new Fault('ARCHIVE_BROKEN', { name });
  return element;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const elementOf = ({ local, attributes }: SaxesTagNS): XmlElement => ({
  name: local,
  attributes: Object.fromEntries(
    Object.values(attributes)
      .filter(({ prefix }) => prefix !== 'xmlns')
      .map((attribute) => [attribute.uri === relations ? `r:${attribute.local}` : attribute.local, attribute.value]),
  ),
  children: [],
});

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.flatMap((child) => (typeof child === 'string' ? [] : [child]));

/** All elements of these names below an element, in the order in which they stand. */
export const within = (element: XmlElement, ...names: string[]): XmlElement[] =>
  elementsOf(element).flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...within(child, ...names)]);

/** The first element at the end of a path of names, or null. */
export function at(element: XmlElement | null, ...path: string[]): XmlElement | null {
  const [name, ...rest] = path;
  if (name === undefined || !element) return element;
  for (const child of elementsOf(element)) {
    const found = child.name === name ? at(child, ...rest) : null;
    if (found) return found;
  }
  return null;
}
