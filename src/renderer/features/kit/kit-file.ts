import { Fault } from '../../../shared/contract/faults.ts';
import { type Kit, KitFile } from '../../../shared/model/kit.ts';
import { client } from '../../api/client.ts';
import { readJsonFile, saveJsonFile } from '../../api/json-file.ts';

/** Hands the kit to the browser as a file to be saved. */
export async function saveKitFile(): Promise<void> {
  const file = await client.kit.file();
  const name = file.kit.company.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'company';
  saveJsonFile(`${name}.showhow-kit.json`, file);
}

/** Takes over a kit that a colleague saved; refuses with KIT_UNREADABLE what is none. */
export async function openKitFile(file: File): Promise<Kit> {
  const read = KitFile.safeParse(await readJsonFile(file));
  if (!read.success) throw new Fault('KIT_UNREADABLE', { name: file.name });
  return client.kit.open(read.data);
}
