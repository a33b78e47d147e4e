/** @jsxImportSource hono/jsx */
import type { ReviewPolicy } from '../../../shared/model/review/policy.ts';
import { policyPath } from '../../addresses.ts';
import type { Verified } from '../../reviews/log/chain.ts';
import type { Reviewer } from '../../reviews/policy/policy.ts';
import { LogSection } from '../review/history-page.tsx';

const Approvals = ({ approvals }: Pick<ReviewPolicy, 'approvals'>) => {
  const anyone = approvals.find(({ kind }) => kind === null)?.count ?? 0;
  const named = approvals.filter(({ kind }) => kind !== null);
  return (
    <fieldset class="policy-rows">
      <legend>Who approves a version</legend>
      <p class="hint soft small">
        Each approval is given by another person. Nobody approves her own work.
        {named.length > 0 && ' A row whose name is cleared is taken away.'}
      </p>
      <label class="policy-row">
        <input type="number" name="anyone" min={0} max={5} value={anyone} required />
        <span>of any reviewer</span>
      </label>
      {named.map(({ kind, count }, index) => (
        <div class="policy-row">
          <input type="number" name="count" min={1} max={5} value={count} aria-label={`How many, row ${index + 1}`} />
          <input type="text" name="kind" value={kind ?? ''} maxlength={40} aria-label={`Who speaks for, row ${index + 1}`} />
        </div>
      ))}
      <div class="field">
        <label for="kind-more">Also of someone who speaks for (optional)</label>
        <div class="policy-row">
          <input type="number" name="count" min={1} max={5} value="" placeholder="1" aria-label="How many of these, optional" />
          <input id="kind-more" type="text" name="kind" value="" maxlength={40} placeholder="L&D, compliance, second expert …" />
        </div>
        <p class="hint soft small">Once it is saved, the next row is here.</p>
      </div>
    </fieldset>
  );
};

const Checklists = ({ checklists }: Pick<ReviewPolicy, 'checklists'>) => {
  const general = checklists.find(({ kind }) => kind === null)?.items ?? [];
  const named = checklists.filter(({ kind }) => kind !== null);
  const rows = [...named, { kind: '', items: [] }];
  return (
    <fieldset class="policy-lists">
      <legend>Checklists</legend>
      <p class="hint soft small">One item a line. A reviewer ticks each with the part of the module that shows it.</p>
      <input type="hidden" name="list" value="" />
      <div class="field">
        <label for="items-all">For every module</label>
        <textarea id="items-all" name="items" rows={3} maxlength={6000}>
          {general.join('\n')}
        </textarea>
      </div>
      {rows.map(({ kind, items }, index) => (
        <div class="field">
          <label for={`list-${index}`}>{kind ? 'For modules of this kind as well' : 'For another kind of module as well (optional)'}</label>
          <input id={`list-${index}`} type="text" name="list" value={kind ?? ''} maxlength={60} placeholder="Product in one minute" />
          <textarea name="items" rows={3} maxlength={6000} aria-label={`Items, ${kind || 'another kind of module'}`}>
            {items.join('\n')}
          </textarea>
        </div>
      ))}
    </fieldset>
  );
};

const SpeaksFor = ({ reviewers, kinds }: { reviewers: Reviewer[]; kinds: string[] }) =>
  kinds.length === 0 ? null : (
    <section class="section" aria-labelledby="speaks-title">
      <h2 id="speaks-title">Who speaks for what</h2>
      <ul class="rows">
        {reviewers.map((reviewer) => (
          <li class="row policy-person">
            <h3>{reviewer.name}</h3>
            <form method="post" action={`${policyPath}/people/${reviewer.id}`} class="actions">
              <fieldset class="severities">
                <legend class="read-out">What {reviewer.name} speaks for</legend>
                {kinds.map((kind) => (
                  <label>
                    <input type="checkbox" name="kinds" value={kind} checked={reviewer.kinds.includes(kind)} />
                    {kind}
                  </label>
                ))}
              </fieldset>
              <button type="submit">
                Save<span class="read-out"> what {reviewer.name} speaks for</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );

interface PolicyPageProps {
  policy: ReviewPolicy;
  reviewers: Reviewer[];
  verified: Verified;
  /** What was saved just now, in a sentence. */
  saved: string | null;
}

export const PolicyPage = ({ policy, reviewers, verified, saved }: PolicyPageProps) => (
  <>
    <div class="page-head">
      <h1>Policy</h1>
      <p class="soft">What a module needs before it counts as approved. It holds from now on, for what waits too.</p>
      {saved && (
        <p role="status" class="notice good" data-saved>
          {saved}
        </p>
      )}
    </div>
    <form method="post" action={policyPath} class="sheet policy">
      <Approvals approvals={policy.approvals} />
      <div class="policy-row">
        <input id="days" type="number" name="days" min={1} max={90} value={policy.days} required />
        <label for="days">days until a module that was handed in is due</label>
      </div>
      <Checklists checklists={policy.checklists} />
      <button type="submit" class="primary">
        Save the policy
      </button>
    </form>
    <SpeaksFor reviewers={reviewers} kinds={policy.approvals.flatMap(({ kind }) => kind ?? [])} />
    <LogSection verified={verified} />
  </>
);
