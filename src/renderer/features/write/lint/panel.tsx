import type { Editor } from '@tiptap/react';
import { CircleCheck } from 'lucide-react';
import { memo, useRef } from 'react';
import { type Finding, isError } from '../../../../shared/model/lint/finding.ts';
import { byRule, couldBeBetter, inWords, kindOfRule } from '../../../../shared/model/lint/words.ts';
import desk from '../desk.module.css';
import { setBeside } from '../document.ts';
import { useBeside } from '../use-written.ts';
import { applyMend, goToFinding } from './apply.ts';
import { FindingRow } from './finding-row.tsx';
import { KeptNote } from './kept-note.tsx';
import css from './lint.module.css';

interface PanelProps {
  /** Null as long as nobody looked. */
  findings: readonly Finding[] | null;
  editor: Editor;
}

interface ListProps {
  findings: readonly Finding[];
  editor: Editor;
  /** Once, where all say the same of why. */
  whyOnce: boolean;
  onMended(): void;
}

function List({ findings, editor, whyOnce, onMended }: ListProps) {
  const mend = (finding: Finding) => {
    applyMend(editor, finding);
    onMended();
  };
  return (
    <ul className={css.findings}>
      {findings.map((finding, index) => (
        <FindingRow
          // One rule can find the same twice in a block: they differ only by their order.
          key={[finding.rule, finding.block, finding.message, index].join(' ')}
          finding={finding}
          showWhy={!whyOnce}
          onGo={() => goToFinding(editor, finding)}
          onMend={() => mend(finding)}
        />
      ))}
    </ul>
  );
}

/** What keeps the lesson from being handed in, and beneath it, folded by kind, what could be better. */
export const LintPanel = memo(function LintPanel({ findings, editor }: PanelProps) {
  const head = useRef<HTMLHeadingElement>(null);
  const errors = findings?.filter(isError) ?? [];
  const warnings = findings?.filter((finding) => !isError(finding)) ?? [];
  const ready = findings !== null && errors.length === 0;
  const { kept = [] } = useBeside(editor);
  // The button that was pressed goes away with its finding; the keyboard stays in the panel.
  const onMended = () => head.current?.focus();
  const keep = (rule: string, because: string, session: string) => {
    const others = kept.filter((one) => one.rule !== rule);
    const next = because === '' ? others : [...others, { rule, because }];
    setBeside(editor, 'kept', next.length > 0 ? next : undefined, session);
  };
  return (
    <section className={desk.section}>
      <h2 ref={head} tabIndex={-1}>
        {ready ? 'Ready' : 'Before you hand in'}
      </h2>
      {ready && (
        <p className={desk.ready}>
          <CircleCheck size={20} aria-hidden="true" />
          Nothing is missing.
        </p>
      )}
      <List findings={errors} editor={editor} whyOnce={false} onMended={onMended} />
      {warnings.length > 0 && (
        <>
          <p className={css.count} role="status">
            {couldBeBetter(warnings.length)}
          </p>
          {byRule(warnings).map(([rule, found]) => {
            const because = kept.find((one) => one.rule === rule)?.because ?? '';
            return (
              <details key={rule} className={css.kind}>
                <summary>
                  {kindOfRule(rule)}
                  {found.length > 1 && <span className={css.times}>{inWords(found.length)}</span>}
                  {because !== '' && <span className={css.times}>stays</span>}
                </summary>
                <p className={css.why}>{found[0]?.why}</p>
                <List findings={found} editor={editor} whyOnce onMended={onMended} />
                <KeptNote kind={kindOfRule(rule)} because={because} onChange={(text, session) => keep(rule, text, session)} />
              </details>
            );
          })}
        </>
      )}
    </section>
  );
});
