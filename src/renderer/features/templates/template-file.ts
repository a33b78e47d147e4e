import { Fault } from '../../../shared/contract/faults.ts';
import { type Template, TemplateFile } from '../../../shared/model/templates/template.ts';
import { client } from '../../api/client.ts';
import { readJsonFile, saveJsonFile } from '../../api/json-file.ts';

/** Eight megabytes of pictures, as Base64, with all that is said around them. */
const largest = 12_000_000;

export async function saveTemplateFile({ id, name }: Template): Promise<void> {
  const file = await client.templates.file({ id });
  saveJsonFile(`${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.showhow-template.json`, file);
}

/** Keeps a template that was handed on; refuses with TEMPLATE_UNREADABLE what is none. */
export async function openTemplateFile(file: File): Promise<Template> {
  if (file.size > largest) throw new Fault('MEDIA_TOO_LARGE', { name: file.name, maxBytes: largest });
  const read = TemplateFile.safeParse(await readJsonFile(file));
  if (!read.success) throw new Fault('TEMPLATE_UNREADABLE', { name: file.name });
  return client.templates.open(read.data);
}
