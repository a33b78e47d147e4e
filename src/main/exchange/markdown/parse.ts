import type { Root, Yaml } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';
import type { Report } from '../convert/report.ts';

export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text.replace(/^\uFEFF/, ''), {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });

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
    if (!(error instanceof YAMLError || error instanceof ReferenceError)) throw error;
  }
  unread();
  return {};
}
