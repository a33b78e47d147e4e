import { toXml } from 'xast-util-to-xml';
import { nameOfBlock } from '../../../shared/model/difference/words.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { type Code, segmentsOf } from '../../../shared/model/translation/codes.ts';
import { standingsIn, type TextStanding } from '../../../shared/model/translation/standing.ts';
import { labelOfUnit } from '../../../shared/model/translation/words.ts';
import { lineBreak, nameOfUnit, namespace, outdatedState } from './names.ts';

type Node = Element | { type: 'text'; value: string };
interface Element {
  type: 'element';
  name: string;
  attributes: Record<string, string>;
  children: Node[];
}

const element = (name: string, attributes: Record<string, string>, ...children: Node[]): Element => ({
  type: 'element',
  name,
  attributes,
  children,
});
const words = (value: string): Node => ({ type: 'text', value });

/** What XML 1.0 has no way to write as it is: XLIFF names such signs by their number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that must not stand in XML
const unwritable = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff])/u;

const plain = (text: string): Node[] =>
  text
    .toWellFormed()
    .split(unwritable)
    .filter((part) => part !== '')
    .map((part) =>
      unwritable.test(part) ? element('cp', { hex: (part.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase() }) : words(part),
    );

const typeOf = ({ says }: Code): Record<string, string> => {
  if (says.startsWith('link')) return { type: 'link' };
  if (says === 'bold') return { type: 'fmt', subType: 'xlf:b' };
  return says === 'italic' ? { type: 'fmt', subType: 'xlf:i' } : { type: 'other' };
};

/** A text with its numbers as the inline codes of XLIFF. A translator may move them, and neither drop nor double them. */
function inline(text: string, codes: readonly Code[]): Node[] {
  const kept = { canCopy: 'no', canDelete: 'no' };
  let breaks = 0;
  const lines = (part: string): Node[] =>
    part.split('\n').flatMap((line, index) => {
      if (index === 0) return plain(line);
      breaks += 1;
      return [element('ph', { id: `n${breaks}`, type: 'fmt', subType: lineBreak, disp: '⏎' }), ...plain(line)];
    });
  const codeOf = (id: string) => codes.find((code) => code.id === id) ?? { id, around: true, says: '' };
  return (segmentsOf(text) ?? [{ text, in: null }]).flatMap((segment): Node[] => {
    if ('thing' in segment) {
      const { says } = codeOf(segment.thing);
      return [element('ph', { id: segment.thing, ...kept, type: 'other', disp: says.toWellFormed() })];
    }
    if (segment.in === null) return lines(segment.text);
    const code = codeOf(segment.in);
    const shown = { dispStart: `[${code.says}:`, dispEnd: ']' };
    return [element('pc', { id: segment.in, ...kept, ...typeOf(code), ...shown }, ...lines(segment.text))];
  });
}

const states: Record<TextStanding['is'], Record<string, string>> = {
  current: { state: 'translated' },
  outdated: { state: 'initial', subState: outdatedState },
  missing: { state: 'initial' },
  broken: { state: 'initial' },
};

function unitOf(standing: TextStanding): Element {
  const { unit, is, text, was } = standing;
  const note = (category: string, says: string) => element('note', { category }, ...plain(says));
  // A target whose codes are not those of the source would make the file one that no program takes.
  const target = is === 'current' || is === 'outdated' ? [element('target', {}, ...inline(text, unit.codes))] : [];
  return element(
    'unit',
    { id: nameOfUnit(standing), name: unit.key, 'xml:space': 'preserve' },
    element('notes', {}, note('what', labelOfUnit(unit.key)), ...(was === null ? [] : [note('before', `It read before: ${was}`)])),
    element('segment', states[is], element('source', {}, ...inline(unit.text, unit.codes)), ...target),
  );
}

/** All texts of a module in XLIFF 2.0, with what is written in one language: a group for each block, named as one says it. */
export function writeXliff(id: string, content: ModuleContent, language: string): string {
  const blocks = new Map(content.body.content.map((block) => [block.attrs.id, block]));
  const groups = Map.groupBy(standingsIn(content, content.translations?.[language]), ({ block }) => block);
  const parts = [...groups].map(([block, standings]) => {
    const found = block === null ? undefined : blocks.get(block);
    const name = found ? nameOfBlock(found) : 'title and objective';
    return element('group', { id: `group-${block ?? 'head'}`, name: name.toWellFormed() }, ...standings.map(unitOf));
  });
  const root = element(
    'xliff',
    { xmlns: namespace, version: '2.0', srcLang: content.language, trgLang: language },
    element('file', { id, original: `showhow:${id}` }, ...parts),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml({ type: 'root', children: [root] } as Parameters<typeof toXml>[0])}\n`;
}
