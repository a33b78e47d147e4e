import { Fault } from '../../../shared/contract/faults.ts';
import { type Kit, KitFile } from '../../../shared/model/kit.ts';
import { client } from '../../api/client.ts';

/** Hands the kit to the browser as a file to be saved. */
export async function saveKitFile(): Promise<void> {
  const file = await client.kit.file();
  const name = file.kit.company.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'company';
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.showhow-kit.json`;
  link.click();
  // The browser has taken hold of it when the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Takes over a kit that a colleague saved; refuses with KIT_UNREADABLE what is none. */
export async function openKitFile(file: File): Promise<Kit> {
  const read = KitFile.safeParse(await file.text().then(parsed));
  if (!read.success) throw new Fault('KIT_UNREADABLE', { name: file.name });
  return client.kit.open(read.data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // What is no JSON is no kit, which is said where it is checked.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
