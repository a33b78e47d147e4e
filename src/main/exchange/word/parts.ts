import type { Archive } from '../archive/read.ts';
import { readXml, within } from '../archive/xml.ts';
import type { Report } from '../convert/report.ts';

const largestPart = 20_000_000;
const where = 'the document';

/** What stands beside the running text. The converter passes over it without a word. */
const besides: { files: RegExp; what: string; why: string }[] = [
  { files: /^word\/header\d*\.xml$/, what: 'The line at the top of each page', why: 'A lesson has no pages.' },
  { files: /^word\/footer\d*\.xml$/, what: 'The line at the foot of each page', why: 'A lesson has no pages.' },
  { files: /^word\/comments\.xml$/, what: 'Comments', why: 'They were for the people who wrote the document.' },
];
const objects: { files: RegExp; what: string; why: string }[] = [
  { files: /^word\/charts\/chart\d*\.xml$/, what: 'A chart', why: 'It is no picture. Save it as one, and put it in.' },
  { files: /^word\/diagrams\/data\d*\.xml$/, what: 'A drawn diagram', why: 'It is no picture. Save it as one, and put it in.' },
  { files: /^word\/embeddings\//, what: 'A file inside the document', why: 'Only text and pictures are taken.' },
];

/** Takes down what of a document stands outside of its text. */
export async function dropParts(archive: Archive, report: Report): Promise<void> {
  for (const { files, what, why } of besides) {
    for (const file of archive.files.filter((name) => files.test(name))) {
      const words = await wordsOf(archive, file);
      if (words !== '') report.drop(`${what} (“${words.slice(0, 60)}”)`, where, why);
    }
  }
  for (const { files, what, why } of objects) {
    const count = archive.files.filter((name) => files.test(name)).length;
    if (count > 0) report.drop(count === 1 ? what : `${what} (${count} times)`, where, why);
  }
}

async function wordsOf(archive: Archive, file: string): Promise<string> {
  const root = readXml((await archive.bytes(file, largestPart)).toString('utf8'), archive.name);
  return within(root, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .trim();
}
