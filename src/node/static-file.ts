import { resolve, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

/** A file of a folder by the path of a URL, or null where the path leads out of the folder. */
export function staticFile(root: string, urlPath: string): { path: string; type: string } | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  const path = resolve(root, `.${sep}${decoded.replace(/^\/+/, '')}`);
  if (decoded.includes('\0') || !path.startsWith(resolve(root) + sep)) return null;
  return { path, type: getMimeType(path) ?? 'application/octet-stream' };
}
