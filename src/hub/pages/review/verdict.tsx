/** @jsxImportSource hono/jsx */
import { Check as CheckIcon, Undo2 } from 'lucide';
import { blockName } from '../../../shared/model/blocks/index.ts';
import { openMusts } from '../../../shared/model/review/comment.ts';
import { approverName } from '../../../shared/model/review/policy.ts';
import { aboutBlock, findBlock } from '../../../shared/model/review/spoken.ts';
import { reviewPath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import type { Check } from '../../reviews/policy/checks.ts';
import type { Approval } from '../../reviews/vet.ts';
import { Icon } from '../icon.tsx';
import { Ago } from '../time.tsx';

export interface VerdictView {
  checks: Check[];
  approvals: Approval[];
  /** Approvals that are missing, by kind. */
  needed: (string | null)[];
  /** Kinds of modules that have a checklist of their own, and which this one is. */
  kinds: string[];
  kind: string | null;
}

const partName = (draft: Draft, blockId: string): string => {
  const block = findBlock(draft.content, blockId);
  const index = draft.content.body.content.findIndex(({ attrs }) => attrs.id === block?.attrs.id);
  return block ? `part ${index + 1}, ${blockName(block)}` : 'a part that is gone';
};

const Item = ({ check, draft, number }: { check: Check; draft: Draft; number: number }) => {
  const path = `${reviewPath(draft.review.moduleId)}/checks`;
  return (
    <li class={check.blockId ? 'check ticked' : 'check'}>
      <p>
        {check.blockId && <Icon node={CheckIcon} />} {check.item}
      </p>
      <form method="post" action={path} data-swap="checklist" class="actions">
        <input type="hidden" name="revision" value={draft.revision} />
        <input type="hidden" name="item" value={check.item} />
        {check.blockId ? (
          <>
            <span class="small soft">
              Ticked by {check.by}: <a href={`#block-${check.blockId}`}>{partName(draft, check.blockId)}</a>
            </span>
            <button type="submit" name="block" value="" class="quiet">
              Take the tick back<span class="read-out">: {check.item}</span>
            </button>
          </>
        ) : (
          <>
            <label class="read-out" for={`evidence-${number}`}>
              Which part shows it: {check.item}
            </label>
            <select id={`evidence-${number}`} name="block" required>
              <option value="">Which part shows it?</option>
              {draft.content.body.content.map((block, index) => (
                <option value={block.attrs.id}>
                  {index + 1}. {aboutBlock(block).slice(0, 60)}
                </option>
              ))}
            </select>
            <button type="submit">
              Tick<span class="read-out">: {check.item}</span>
            </button>
          </>
        )}
      </form>
    </li>
  );
};

const KindOfModule = ({ draft, view }: { draft: Draft; view: VerdictView }) =>
  view.kinds.length === 0 ? null : (
    <form method="post" action={`${reviewPath(draft.review.moduleId)}/kind`} class="actions">
      <label for="module-kind">Kind of module</label>
      <select id="module-kind" name="kind">
        <option value="">Any other</option>
        {view.kinds.map((kind) => (
          <option value={kind} selected={kind === view.kind}>
            {kind}
          </option>
        ))}
      </select>
      <button type="submit" class="quiet">
        Set the kind
      </button>
    </form>
  );

const Checklist = ({ draft, view }: { draft: Draft; view: VerdictView }) =>
  view.checks.length === 0 && view.kinds.length === 0 ? null : (
    <section aria-labelledby="checklist-title" id="checklist" class="checklist">
      <h2 id="checklist-title">Checklist</h2>
      <KindOfModule draft={draft} view={view} />
      <ul class="plain-list">
        {view.checks.map((check, number) => (
          <Item check={check} draft={draft} number={number} />
        ))}
      </ul>
    </section>
  );

/** Who approved this version already, and who is still waited for. */
export const Approvals = ({ view: { approvals, needed } }: { view: VerdictView }) =>
  approvals.length === 0 ? null : (
    <div class="notice good">
      <ul class="plain-list">
        {approvals.map(({ by, kinds, word, at }) => (
          <li>
            <b>{by}</b>
            {kinds.length > 0 && ` (${kinds.join(', ')})`} approved this version <Ago at={at} />
            {word && <span class="words">: {word}</span>}
          </li>
        ))}
      </ul>
      {needed.length > 0 && <p>Still waited for: {needed.map(approverName).join(', ')}.</p>}
    </div>
  );

/** What has to be done before approving, in a sentence each. */
const Before = ({ draft, view }: { draft: Draft; view: VerdictView }) => {
  const musts = openMusts(draft.review.comments);
  const open = view.checks.filter(({ blockId }) => blockId === null).length;
  if (musts.length + open === 0) return <div id="before-approving" data-fresh hidden />;
  return (
    <p class="small soft" id="before-approving" data-fresh>
      Before approving:{' '}
      {musts.length > 0 && (
        <a href={`#comment-${musts[0]?.id}`}>
          {musts.length === 1 ? 'settle 1 comment that must be' : `settle ${musts.length} comments that must be`}
        </a>
      )}
      {musts.length > 0 && open > 0 && ', '}
      {open > 0 && <a href="#checklist">{open === 1 ? 'tick 1 item' : `tick ${open} items`} of the checklist</a>}.
    </p>
  );
};

export const Verdict = ({ draft, view, me }: { draft: Draft; view: VerdictView; me: string }) => {
  const { review, revision, author } = draft;
  const path = reviewPath(review.moduleId);
  // Where the policy was lowered meanwhile, who approved already completes it once nothing is open any more.
  const waits = view.approvals.some(({ personId }) => personId === me) && view.needed.length > 0;
  return (
    <section class="verdict" aria-label="Your verdict">
      <Checklist draft={draft} view={view} />
      <Approvals view={view} />
      {!waits && <Before draft={draft} view={view} />}
      <div class="verdict-actions">
        <details>
          <summary class="button">
            <Icon node={Undo2} /> Return with reasons
          </summary>
          <form method="post" action={`${path}/return`} class="form" data-draft>
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="seen" value={view.approvals.length} />
            <div class="field">
              <label for="reasons">What should {author.name} do?</label>
              <textarea id="reasons" name="reasons" rows={3} required maxlength={2000} aria-describedby="reasons-hint" />
              <small id="reasons-hint">Your comments go along.</small>
            </div>
            <div>
              <button type="submit">Return it to {author.name}</button>
            </div>
          </form>
        </details>
        {!waits && (
          <form method="post" action={`${path}/approve`} class="approve-form" data-draft>
            <input type="hidden" name="revision" value={revision} />
            <label class="read-out" for="word">
              A word for {author.name}, if you like
            </label>
            <input id="word" name="word" type="text" maxlength={300} placeholder={`A word for ${author.name}, if you like`} />
            <button type="submit" class="primary approve">
              <Icon node={CheckIcon} /> Approve this version
            </button>
          </form>
        )}
      </div>
    </section>
  );
};
