import mammoth from 'mammoth';
import { Fault } from '../../../shared/contract/faults.ts';
import { TooDeep } from '../../../shared/model/depth.ts';
import type { Archive } from '../archive/read.ts';
import { archiveBytes, type Packed } from '../archive/write.ts';
import { lessonOfHtml } from '../convert/html.ts';
import { createReport } from '../convert/report.ts';
import type { Converted } from '../convert/rough.ts';
import { dropMessages } from './messages.ts';
import { dropParts } from './parts.ts';

/** A book of a thousand pages is ten times smaller than this. */
const largestPart = 20_000_000;
/** All text together is held in memory, several times over while it is converted. In bytes; a thousand pages have ten million. */
const mostText = 60_000_000;
const isText = (file: string): boolean => /\.(xml|rels)$/i.test(file);
const pictureAddress = 'picture-in-file:';

/** Word's own styles that the converter does not know by itself. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='List Paragraph'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
  "p[style-name='caption'] => p:fresh",
  'u => u',
];

/**
 * The document without its pictures: in place of each stands its name. So the converter, which works in memory, never
 * holds more than text, however many pictures there are; they are read one by one when they are stored.
 */
async function withoutPictures(archive: Archive): Promise<Buffer> {
  const files: Packed[] = [];
  let text = 0;
  for (const name of archive.files) {
    if (isText(name)) {
      const from = await textPart(archive, name);
      text += from.length;
      if (text > mostText) throw new Fault('ARCHIVE_REFUSED', { name: archive.name, why: 'too-large' });
      files.push({ name, from, deflate: false });
    } else if (name.startsWith('word/')) files.push({ name, from: Buffer.from(name), deflate: false });
  }
  return archiveBytes(files);
}

/** No part of a real document has a document type: it is what entities that multiply or open files come in. */
async function textPart(archive: Archive, file: string): Promise<Buffer> {
  const bytes = await archive.bytes(file, largestPart);
  const text = bytes.toString('latin1');
  // In another encoding than UTF-8 the words could hide; Word writes no other.
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY') || text.includes('\0'))
    throw new Fault('ARCHIVE_REFUSED', { name: archive.name, why: 'doctype' });
  return bytes;
}

/** A Word document as a lesson: its headings, text, lists, tables and pictures. Throws TooDeep. */
export async function readWord(archive: Archive): Promise<Converted> {
  const report = createReport();
  const buffer = await withoutPictures(archive);
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: pictureAddress + (await image.readAsBuffer()).toString('utf8'),
  }));
  const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, convertImage }).catch((error: unknown) => {
    // The converter calls itself for each level.
    if (error instanceof RangeError) throw new TooDeep('', { cause: error });
    throw new Fault('ARCHIVE_BROKEN', { name: archive.name }, { cause: error });
  });
  const picture = (address: string) => {
    const file = address.startsWith(pictureAddress) ? address.slice(pictureAddress.length) : '';
    return archive.has(file) ? file : null;
  };
  const { title, blocks } = lessonOfHtml(value, { where: 'the beginning', below: true, report, picture });
  dropMessages(messages, report);
  await dropParts(archive, report);
  return { title, objective: '', language: '', blocks, dropped: report.dropped };
}
