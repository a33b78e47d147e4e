import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** Where tokens live: the system's safe storage in Electron, else a file only its owner can read. */
export interface SecretStore {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

const Secrets = z.record(z.string(), z.string());

export function createFileSecrets(file: string): SecretStore {
  const read = async () => (existsSync(file) ? Secrets.parse(JSON.parse(await readFile(file, 'utf8'))) : {});
  const write = (secrets: Record<string, string>) => writeFileAtomic(file, JSON.stringify(secrets), { mode: 0o600 });
  return {
    get: async (name) => (await read())[name] ?? null,
    set: async (name, value) => write({ ...(await read()), [name]: value }),
    async delete(name) {
      const { [name]: _gone, ...rest } = await read();
      await write(rest);
    },
  };
}
