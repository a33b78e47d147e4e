/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { faults, isFault } from '../../../shared/contract/faults.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import type { HubEnv } from '../../hub-env.ts';
import { page } from '../../pages/layout.tsx';
import { countTry } from '../../security/limits.ts';
import { DeviceForm, readForm, typed } from '../forms.ts';
import { personOf } from '../require.ts';
import { Field, Refusal } from './parts.tsx';

/** Codes one person may enter: eight letters are not to be guessed. */
const tries = { max: 20, seconds: 15 * 60 };

const ConnectForm = ({ hub, name, code, refusal }: { hub: string; name: string; code: string; refusal: string | null }) => (
  <form method="post" action="/device" class="sheet">
    <h1>Connect a studio</h1>
    <p>
      A studio on your computer wants to hand in modules to {hub} as {name}. Go on only if you started this yourself, and if the studio
      shows the same code.
    </p>
    <Refusal text={refusal} />
    <Field name="user_code" label="Code in the studio" value={code} autocomplete="off" />
    <button type="submit" name="answer" value="approve" class="primary">
      Connect this studio
    </button>
    <button type="submit" name="answer" value="deny">
      That was not me
    </button>
  </form>
);

/** Where a person says yes or no to a studio that asks to act for her. */
export const device = new Hono<HubEnv>()
  .get('/device', (c) => {
    const code = (c.req.query('user_code') ?? '').slice(0, 40);
    return page(c, 'Connect a studio', <ConnectForm hub={c.var.hub.name} name={personOf(c).name} code={code} refusal={null} />);
  })
  .post('/device', async (c) => {
    const person = personOf(c);
    try {
      const { user_code, answer } = await readForm(c, DeviceForm);
      await countTry(c.var.hub, `device ${person.id}`, tries);
      await (await c.var.hub.accounts()).answerDevice(c.req.raw.headers, user_code, answer);
      const done = answer === 'approve' ? 'The studio is connected. Go back to it.' : 'The studio was refused. Nothing was connected.';
      return page(
        c,
        'Connect a studio',
        <section class="sheet">
          <h1>{answer === 'approve' ? 'Connected' : 'Refused'}</h1>
          <p role="status">{done}</p>
        </section>,
      );
    } catch (error) {
      if (!isFault(error)) throw error;
      const code = await typed(c, 'user_code');
      const form = <ConnectForm hub={c.var.hub.name} name={person.name} code={code} refusal={sentenceOf(error)} />;
      return page(c, 'Connect a studio', form, faults[error.code].status as 404);
    }
  });
