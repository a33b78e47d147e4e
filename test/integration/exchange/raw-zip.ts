import { crc32, deflateRawSync } from 'node:zlib';

export interface RawFile {
  name: string;
  bytes: Buffer;
  /** What its headers say, where that differs from the truth. */
  claims?: { unpacked?: number; crc?: number };
  flags?: number;
  method?: number;
  mode?: number;
  /** Points at the bytes of the first file instead of bringing its own. */
  sharesFirst?: boolean;
}

/** An archive byte by byte, as no honest program writes it: names, sizes, flags and places are what the test says. */
export function rawZip(files: readonly RawFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const method = file.method ?? 8;
    const packed = method === 8 ? deflateRawSync(file.bytes) : file.bytes;
    const name = Buffer.from(file.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((file.flags ?? 0) | 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(file.claims?.crc ?? crc32(file.bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(file.claims?.unpacked ?? file.bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.from('PK\u0003\u0004', 'latin1');
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE((file.mode ?? 0o100644) * 0x10000, 6);
    entry.writeUInt32LE(file.sharesFirst ? 0 : at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u001e\u0003', 'latin1'), fields, entry, name);
    if (file.sharesFirst) continue;
    parts.push(head, fields, name, packed);
    at += head.length + fields.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
