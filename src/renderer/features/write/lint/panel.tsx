import type { Editor } from '@tiptap/react';
import { CircleCheck } from 'lucide-react';
import { useRef } from 'react';
import { type Finding, isError } from '../../../../shared/model/lint/finding.ts';
import { byRule, couldBeBetter, inWords, kindOfRule } from '../../../../shared/model/lint/words.ts';
import type { ModuleContent } from '../../../../shared/model/module.ts';
import desk from '../desk.module.css';
import { setBeside } from '../document.ts';
import { applyMend, goToFinding } from './apply.ts';
import { FindingRow } from './finding-row.tsx';
import { KeptNote } from './kept-note.tsx';
import css from './lint.module.css';

interface PanelProps {
  findings: readonly Finding[];
  content: ModuleContent;
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
export function LintPanel({ findings, content, editor }: PanelProps) {
  const head = useRef<HTMLHeadingElement>(null);
  const errors = findings.filter(isError);
  const warnings = findings.filter((finding) => !isError(finding));
  const kept = content.kept ?? [];
  // The button that was pressed goes away with its finding; the keyboard stays in the panel.
  const onMended = () => head.current?.focus();
  const keep = (rule: string, because: string) => {
    const others = kept.filter((one) => one.rule !== rule);
    const next = because === '' ? others : [...others, { rule, because }];
    setBeside(editor, 'kept', next.length > 0 ? next : undefined);
  };
  return (
    <section className={desk.section}>
      <h2 ref={head} tabIndex={-1}>
        {errors.length > 0 ? 'Before you hand in' : 'Ready'}
      </h2>
      {errors.length === 0 && (
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
                <KeptNote key={because} kind={kindOfRule(rule)} because={because} onChange={(text) => keep(rule, text)} />
              </details>
            );
          })}
        </>
      )}
    </section>
  );
}
