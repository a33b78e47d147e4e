import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import { manifestFile } from '../../shared/model/bundle.ts';
import type { Limits } from './archive/judge.ts';
import type { Archive } from './archive/read.ts';

/** Text by its name; everything else is an archive, and looked into. */
export const isMarkdown = (name: string): boolean => ['.md', '.markdown'].includes(extname(name).toLowerCase());

export const isXliff = (name: string): boolean => ['.xlf', '.xliff'].includes(extname(name).toLowerCase());
/** Read into memory as a whole. */
const isText = (name: string): boolean => isMarkdown(name) || isXliff(name);

/**
 * 150,000 words, far more than a lesson has. Of a text that is read into a tree every kilobyte costs ten to twenty milliseconds.
 */
export const largestText = 1_000_000;
/** A translator's file of the largest module there can be. */
const largestXliff = 20_000_000;
const largestDocument = 2e9;
/** As much as recordings may have: a `.showhow` file carries finished videos. */
export const largestBundle = 50e9;

export function largestOf(name: string): number {
  if (isMarkdown(name)) return largestText;
  if (isXliff(name)) return largestXliff;
  return extname(name).toLowerCase() === '.showhow' ? largestBundle : largestDocument;
}
export const limitsOf = (name: string): Limits => ({ entries: 5000, unpacked: largestOf(name), largest: largestOf(name) });

const outermost = (archive: Archive): string[] => {
  const texts = archive.files.filter((file) => isMarkdown(file) && !file.startsWith('__MACOSX/'));
  const depth = Math.min(...texts.map((file) => file.split('/').length));
  return texts.filter((file) => file.split('/').length === depth);
};

export type ArchiveKind = { from: 'showhow' | 'word' | 'slides' | 'h5p' } | { from: 'markdown'; text: string };

/** What an archive is, by what is in it. */
export function kindOf(archive: Archive): ArchiveKind {
  if (archive.has('word/document.xml')) return { from: 'word' };
  if (archive.has('ppt/presentation.xml')) return { from: 'slides' };
  if (archive.has('h5p.json')) return { from: 'h5p' };
  if (archive.has(manifestFile)) return { from: 'showhow' };
  const [text, ...others] = outermost(archive);
  if (text === undefined || others.length > 0) throw new Fault('DOCUMENT_UNREADABLE', { name: archive.name });
  return { from: 'markdown', text };
}

/** Refuses what cannot be a document before it is opened as one: nothing, too much, or a file of another kind. */
export async function checkFile(path: string, name: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Fault('NOT_FOUND', { what: 'file' });
  if (found.size === 0) throw new Fault('MEDIA_EMPTY', { name });
  const maxBytes = largestOf(name);
  if (found.size > maxBytes) throw new Fault('MEDIA_TOO_LARGE', { name, maxBytes });
  if (!isText(name) && !(await beginsAsArchive(path))) throw new Fault('DOCUMENT_UNREADABLE', { name });
}

async function beginsAsArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
