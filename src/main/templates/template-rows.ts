import type { Kysely, Selectable } from 'kysely';
import { v4 } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import { stagesOf, type Template, TemplateContent, type TemplateWords } from '../../shared/model/templates/template.ts';
import type { Tables } from '../database/tables.ts';

type Database = Kysely<Tables>;
type Row = Selectable<Tables['templates']>;

export interface CompanyTemplate {
  template: Template;
  content: TemplateContent;
}

function read({ id, name, about, minutes, content: text }: Row): CompanyTemplate {
  const content = TemplateContent.parse(JSON.parse(text));
  return { template: { id, from: 'company', name, about, minutes, stages: stagesOf(content.body.content) }, content };
}

/** Those that were not taken away, by their names. */
export async function companyTemplates(database: Database): Promise<CompanyTemplate[]> {
  const rows = await database.selectFrom('templates').selectAll().where('removed_at', 'is', null).orderBy('name').orderBy('id').execute();
  return rows.map(read);
}

/** Throws NOT_FOUND, also for one that was taken away. */
export async function companyTemplate(database: Database, id: string): Promise<CompanyTemplate> {
  const row = await database.selectFrom('templates').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'template' });
  return read(row);
}

/** Keeps a template; one that is here already, to the letter, is not kept a second time. */
export async function keepTemplate(database: Database, words: TemplateWords, content: TemplateContent): Promise<CompanyTemplate> {
  const kept = { name: words.name, about: words.about, minutes: words.minutes, content: JSON.stringify(content) };
  return database.transaction().execute(async (within) => {
    const same = await within
      .updateTable('templates')
      .set({ removed_at: null })
      .where('name', '=', kept.name)
      .where('about', '=', kept.about)
      .where('minutes', '=', kept.minutes)
      .where('content', '=', kept.content)
      .returningAll()
      .executeTakeFirst();
    if (same) return read(same);
    const row = { id: v4(), ...kept, created_at: new Date().toISOString(), removed_at: null };
    await within.insertInto('templates').values(row).execute();
    return read(row);
  });
}

export async function setRemoved(database: Database, id: string, removed: boolean): Promise<CompanyTemplate> {
  const removed_at = removed ? new Date().toISOString() : null;
  const row = await database.updateTable('templates').set({ removed_at }).where('id', '=', id).returningAll().executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'template' });
  return read(row);
}
