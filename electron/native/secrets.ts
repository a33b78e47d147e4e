import { safeStorage } from 'electron';
import type { SecretStore } from '../../src/node/secrets.ts';

const sealed = (name: string) => `sealed:${name}`;

/** On Linux without a key ring Electron's key is a constant in its source, which protects nothing: then the file's mode does. */
async function canSeal(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  return safeStorage.isAsyncEncryptionAvailable();
}

/** Secrets in a file, sealed with a key that the system keeps, where it keeps one. */
export function createSafeSecrets(file: SecretStore): SecretStore {
  async function open(value: string): Promise<string | null> {
    try {
      return (await safeStorage.decryptStringAsync(Buffer.from(value, 'base64'))).result;
    } catch {
      // Sealed on another machine, or the key ring was emptied: the same as having none, one signs in again.
      return null;
    }
  }
  return {
    async get(name) {
      const value = await file.get(sealed(name));
      return value === null ? file.get(name) : open(value);
    },
    async set(name, value) {
      if (!(await canSeal())) return file.set(name, value);
      await file.set(sealed(name), (await safeStorage.encryptStringAsync(value)).toString('base64'));
      await file.delete(name);
    },
    async delete(name) {
      await file.delete(sealed(name));
      await file.delete(name);
    },
  };
}
