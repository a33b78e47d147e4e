import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../../src/main/exchange/archive/read.ts';
import { archiveBytes, archiveStream } from '../../../src/main/exchange/archive/write.ts';
import { readXml } from '../../../src/main/exchange/archive/xml.ts';
import { type RawFile, rawZip } from './raw-zip.ts';

const limits = { entries: 50, unpacked: 50_000_000, largest: 20_000_000 };
const text = (name: string, change: Partial<RawFile> = {}): RawFile => ({ name, bytes: Buffer.from(`This is ${name}.`), ...change });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(bytes: Buffer) {
  const path = join(folder, 'lesson.zip');
  await writeFile(path, bytes);
  return openArchive(path, limits);
}
const refusal = (why: string) => expect.objectContaining({ code: 'ARCHIVE_REFUSED', data: { name: 'lesson.zip', why } });
const broken = expect.objectContaining({ code: 'ARCHIVE_BROKEN' });

test('an honest archive is read file by file, whichever program packed it', async () => {
  for (const bytes of [
    rawZip([text('folder/one.txt'), text('two.txt', { method: 0 })]),
    await archiveBytes([
      { name: 'folder/one.txt', from: Buffer.from('This is folder/one.txt.'), deflate: true },
      { name: 'two.txt', from: Buffer.from('This is two.txt.'), deflate: false },
    ]),
  ]) {
    const archive = await open(bytes);
    expect(archive.files).toEqual(['folder/one.txt', 'two.txt']);
    expect(String(await archive.bytes('folder/one.txt', 100))).toBe('This is folder/one.txt.');
    expect(String(await archive.bytes('two.txt', 100))).toBe('This is two.txt.');
    archive.close();
  }
});

test.each([
  ['a path that leaves the folder', [text('../outside.txt')], 'outside'],
  ['a path that leaves it on the way', [text('in/../../outside.txt')], 'outside'],
  ['an absolute path', [text('/etc/outside.txt')], 'outside'],
  ['a path of another system', [text('C:\\outside.txt')], 'outside'],
  ['a backward slash', [text('..\\outside.txt')], 'outside'],
  ['a link in place of a file', [text('link', { mode: 0o120777 })], 'link'],
  ['two files of one name', [text('one.txt'), text('one.txt')], 'twice'],
  ['two names that are one file on many disks', [text('One.txt'), text('one.TXT')], 'twice'],
  ['a password', [text('one.txt', { flags: 1 })], 'encrypted'],
  ['a way of packing that is not known', [text('one.txt', { method: 12 })], 'method'],
  ['bytes that several files share', [text('one.txt'), text('two.txt', { sharesFirst: true })], 'lies'],
  ['text that unpacks to a thousand times its size', [text('one.txt', { bytes: Buffer.alloc(5_000_000) })], 'bomb'],
  ['one file that is too large', [text('one.txt', { claims: { unpacked: 30_000_000 } })], 'too-large'],
  ['more files than are looked at', Array.from({ length: 51 }, (_, index) => text(`${index}.txt`)), 'too-many'],
] as const)('an archive with %s is refused before anything is unpacked', async (_, files, why) => {
  await expect(open(rawZip(files))).rejects.toEqual(refusal(why));
});

test('what all files together unpack to is limited', async () => {
  const noise = (name: string) => text(name, { bytes: randomBytes(18_000_000), method: 0 });
  await expect(open(rawZip([noise('one'), noise('two'), noise('three')]))).rejects.toEqual(refusal('too-large'));
});

test('a file that unpacks to more than it said is stopped, and a flipped bit is found', async () => {
  const lying = await open(rawZip([text('one.txt', { bytes: Buffer.from('long '.repeat(200)), claims: { unpacked: 10 } })]));
  await expect(lying.bytes('one.txt', 100)).rejects.toEqual(broken);
  lying.close();
  const flipped = await open(rawZip([text('one.txt', { claims: { crc: 1 } })]));
  await expect(flipped.bytes('one.txt', 100)).rejects.toEqual(broken);
  flipped.close();
});

test('an archive in an archive is a file like any other, and never opened by itself', async () => {
  const bomb = rawZip([text('bomb.txt', { bytes: Buffer.alloc(15_000_000) })]);
  const archive = await open(rawZip([text('inner.zip', { bytes: bomb, method: 0 })]));
  expect(archive.files).toEqual(['inner.zip']);
  expect(archive.bytesOf('inner.zip')).toBe(bomb.length);
  archive.close();
});

test('what breaks off or is no archive at all is refused as damaged', async () => {
  const whole = rawZip([text('one.txt')]);
  await expect(open(whole.subarray(0, whole.length - 30))).rejects.toEqual(broken);
  await expect(open(Buffer.from('Just text, and not even much of it.'))).rejects.toEqual(broken);
  await expect(open(Buffer.alloc(0))).rejects.toEqual(broken);
});

test('XML that defines entities is refused, whether they multiply or open files', () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><lolz>&b;</lolz>';
  const file = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>';
  for (const text of [laughs, file]) expect(() => readXml(text, 'lesson.zip')).toThrow(refusal('doctype'));
  expect(() => readXml('<x>&nobody;</x>', 'lesson.zip')).toThrow(broken);
  expect(() => readXml(`${'<x>'.repeat(1000)}${'</x>'.repeat(1000)}`, 'lesson.zip')).toThrow(
    expect.objectContaining({ code: 'DOCUMENT_TOO_DEEP', data: { name: 'lesson.zip' } }),
  );
  expect(readXml('<a:x xmlns:a="urn:a" n="1">fish &amp; chips</a:x>', 'lesson.zip')).toEqual({
    name: 'x',
    attributes: { n: '1' },
    children: ['fish & chips'],
  });
});

test('the same files give the same archive, byte for byte', async () => {
  const files = [{ name: 'one.txt', from: Buffer.from('one'), deflate: true }];
  expect(await archiveBytes(files)).toEqual(await archiveBytes(files));
});

/** Files of a folder that this process holds open; none where the system does not tell. */
async function heldOpen(inFolder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const open = await readdir('/proc/self/fd');
  const paths = await Promise.all(open.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')));
  return paths.filter((path) => path.startsWith(inFolder));
}

test.each([true, false])('whoever gives up an archive in the middle leaves no file of it open (packed: %s)', async (deflate) => {
  const names = ['one', 'two', 'three'];
  const files = names.map((name) => ({ name, from: { path: join(folder, `large ${name}`) }, deflate }));
  for (const { from } of files) await writeFile(from.path, randomBytes(3_000_000));
  const archive = archiveStream(files);
  let read = 0;
  for await (const piece of archive) {
    read += (piece as Buffer).length;
    if (read > 4_000_000) break;
  }
  expect(archive.destroyed).toBe(true);
  await expect.poll(() => heldOpen(folder)).toEqual([]);

  const web = Readable.toWeb(archiveStream(files)).getReader();
  await web.read();
  await web.cancel();
  await expect.poll(() => heldOpen(folder)).toEqual([]);
});

test('an archive of a file that cannot be read ends with an error, and leaves no other one open', async () => {
  const there = join(folder, 'there');
  await writeFile(there, randomBytes(1_000_000));
  const files = [there, join(folder, 'gone')].map((path, index) => ({ name: `${index}`, from: { path }, deflate: false }));
  await expect(archiveBytes(files)).rejects.toThrow('ENOENT');
  await expect.poll(() => heldOpen(folder)).toEqual([]);
});
