import type { Nodes, Root, Yaml } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';
import { assertDepth, deepest, TooDeep } from '../../../shared/model/depth.ts';
import type { Report } from '../convert/report.ts';
import { assertParsable } from './bounds.ts';
import { levelsOfMarks } from './nesting.ts';

/**
 * A line that opens a thousand quotes and lists. The parser takes longer for each than for the one before: two seconds for 1,500
 * of them, twenty for 5,000.
 */
const hopeless = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){1000}/mu;

/** Throws TooDeep and TooLong. */
export function parseMarkdown(text: string): Root {
  if (hopeless.test(text) || levelsOfMarks(text) > deepest) throw new TooDeep();
  assertParsable(text);
  const root = parsed(text);
  assertDepth<Nodes>([root], (node) => ('children' in node ? node.children : []));
  return root;
}

function parsed(text: string): Root {
  try {
    return fromMarkdown(text.replace(/^\uFEFF/, ''), {
      extensions: [gfm(), frontmatter()],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
    });
  } catch (error) {
    // What looks for addresses in the text calls itself for each level.
    throw error instanceof RangeError ? new TooDeep('', { cause: error }) : error;
  }
}

export interface Head {
  title: string;
  objective: string;
  language: string;
}

const Entries = z.record(z.string(), z.unknown());
const where = 'the head of the file';

/** The few lines before a text in which programs keep what it is called. What is none of ours is taken down. */
export function headOf(root: Root, report: Report): Head {
  const head: Head = { title: '', objective: '', language: '' };
  const [first] = root.children;
  if (first?.type !== 'yaml') return head;
  for (const [key, value] of Object.entries(entriesOf(first, report))) {
    const name = { lang: 'language', description: 'objective' }[key] ?? key;
    if (name in head && typeof value === 'string' && head[name as keyof Head] === '') head[name as keyof Head] = value.trim();
    else report.drop(`“${key}” and what stands behind it`, where, 'A lesson takes its title, objective and language from there.');
  }
  return head;
}

function entriesOf({ value }: Yaml, report: Report): Record<string, unknown> {
  const unread = () => report.drop('The head of the file', where, 'It is not written as names and values.');
  try {
    // Few aliases: those that multiply are how a short head becomes a long one.
    const entries = Entries.safeParse(parse(value, { maxAliasCount: 10, schema: 'core' }) ?? {});
    if (entries.success) return entries.data;
  } catch (error) {
    // Of one that is nested too deep for the parser, it is the calls that come to their end.
    if (!(error instanceof YAMLError || error instanceof ReferenceError || error instanceof RangeError)) throw error;
  }
  unread();
  return {};
}
