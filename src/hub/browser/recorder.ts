import { v4 as uuid } from 'uuid';
import { recordEvent } from '../../shared/model/played.ts';
import type { LearningEvent } from '../../shared/model/record.ts';
import type { LearningRecord } from '../../shared/xapi/record.ts';

const address = '/xapi/statements';
const pauseMs = 2000;
/** As many as the hub takes at once. */
const most = 50;

type Reported = LearningRecord['event'];

/**
 * Reports what a learner does on a module's page. Reports wait a moment and go together; what is left when the page is
 * hidden goes as a beacon. Each carries its id, so one that is sent twice is kept once.
 */
function startRecorder({ moduleId, revision, language }: Pick<LearningRecord, 'moduleId' | 'revision' | 'language'>): void {
  const session = uuid();
  let waiting: LearningRecord[] = [];
  let due = false;

  const later = () => {
    if (due) return;
    due = true;
    setTimeout(send, pauseMs);
  };

  const report = (event: Reported) => {
    waiting.push({ id: uuid(), at: new Date().toISOString(), session, moduleId, revision, ...(language && { language }), event });
    later();
  };

  async function send(): Promise<void> {
    due = false;
    const records = waiting.splice(0, most);
    if (records.length === 0) return;
    const delivered = await fetch(address, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(records),
    }).then(
      // What the hub refuses once it refuses again: only what did not arrive is kept.
      (response) => response.status < 500,
      () => false,
    );
    if (!delivered) waiting = [...records, ...waiting].slice(-most);
    if (waiting.length > 0) later();
  }

  document.addEventListener(recordEvent, (event) => report((event as CustomEvent<LearningEvent>).detail));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || waiting.length === 0) return;
    const left = new Blob([JSON.stringify(waiting.slice(-most))], { type: 'application/json' });
    if (navigator.sendBeacon(address, left)) waiting = [];
  });
  report({ verb: 'initialized' });
}

const { moduleId, revision, language } = document.querySelector<HTMLElement>('[data-module-id]')?.dataset ?? {};
if (moduleId && revision) startRecorder({ moduleId, revision, ...(language && { language }) });
