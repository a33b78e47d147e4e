import { v4 as uuid } from 'uuid';
import { recordEvent } from '../../shared/model/played.ts';
import type { LearningEvent } from '../../shared/model/record.ts';
import type { LearningRecord } from '../../shared/xapi/record.ts';
import { takeUpReports } from './kept-reports.ts';
import { createSender, type Sender } from './sender.ts';

type Page = Pick<LearningRecord, 'moduleId' | 'revision' | 'language' | 'session'>;

/** Reports what a learner does on a module's page. */
function startRecorder(page: Page, sender: Sender): void {
  const report = (event: LearningRecord['event']) => sender.add([{ id: uuid(), at: new Date().toISOString(), ...page, event }]);
  document.addEventListener(recordEvent, (event) => report((event as CustomEvent<LearningEvent>).detail));
  report({ verb: 'initialized' });
}

const { reader } = document.body.dataset;
const { moduleId, revision, language } = document.querySelector<HTMLElement>('[data-module-id]')?.dataset ?? {};
if (reader) {
  const session = uuid();
  const sender = createSender(reader, session);
  // On any page of the hub, for who comes back may not open a lesson.
  sender.add(takeUpReports(reader));
  if (moduleId && revision) startRecorder({ session, moduleId, revision, ...(language && { language }) }, sender);
}
