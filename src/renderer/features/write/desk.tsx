import { useQuery } from '@tanstack/react-query';
import { type Editor, EditorContent, type UseEditorOptions, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { learnerMinutes } from '../../../shared/model/minutes.ts';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { emptyProfile } from '../../../shared/model/profile.ts';
import { anchoredBlock } from '../../../shared/model/review/anchor.ts';
import { isOpen } from '../../../shared/model/review/comment.ts';
import { orpc } from '../../api/client.ts';
import { UnsavedNotice } from '../../saving/save-notice.tsx';
import type { OpenDocument } from '../../saving/together.ts';
import { UnsavedStay } from '../../saving/unsaved-stay.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useArrival } from '../../ui/use-arrival.ts';
import { HandIn } from '../publish/hand-in.tsx';
import { Reasons, reasonsOf } from '../publish/reasons.tsx';
import { Comments } from '../review/comments.tsx';
import { useAuthorDeeds } from '../review/deeds.ts';
import { InTurn } from './blocks/in-turn.tsx';
import { showCommented } from './commented.ts';
import css from './desk.module.css';
import { goToBlock, goToSecond, toEditor } from './document.ts';
import { deskExtensions } from './extensions.ts';
import { BlockHandle } from './handle/block-handle.tsx';
import { Head } from './head.tsx';
import { Header } from './header.tsx';
import { Inserter } from './inserting/inserter.tsx';
import { SlashList } from './inserting/slash-list.tsx';
import { useInserting } from './inserting/use-inserting.tsx';
import { KeptNotices } from './kept-notices.tsx';
import { Freshness } from './lint/freshness.tsx';
import { LintPanel } from './lint/panel.tsx';
import { useLint } from './lint/use-lint.ts';
import { openDocument } from './live.ts';
import { Outline } from './outline.tsx';
import { PasteNotice } from './paste/paste-notice.tsx';
import { usePasting } from './paste/use-pasting.ts';
import { useBringTexts } from './reuse/bring-texts.ts';
import { useOriginals } from './reuse/use-originals.ts';
import { takeSuggestion } from './take-suggestion.ts';
import { Toolbar } from './toolbar.tsx';
import { useModule } from './use-module.ts';
import { usePictures } from './use-pictures.ts';
import { useWritten } from './use-written.ts';
import '../../../player/player.css';
import './editing.css';

/** Marks what reviewers spoke of, and follows a link to a block in the address. */
function useReview(moduleId: string, editor: Editor) {
  const { data: review } = useQuery({ ...orpc.publishing.review.queryOptions({ input: { moduleId } }), retry: false });
  const { hash, search } = useLocation();
  useEffect(() => {
    const open = review?.comments.filter(isOpen) ?? [];
    showCommented(editor, new Set(open.flatMap(({ anchor }) => anchoredBlock(anchor) ?? [])));
  }, [editor, review]);
  useEffect(() => {
    if (!hash) return;
    const second = Number(new URLSearchParams(search).get('at') ?? Number.NaN);
    // As a frame begins: in a document that is just opened the fields are there only then.
    const frame = requestAnimationFrame(() => {
      goToBlock(editor, hash.slice(1));
      if (second >= 0) goToSecond(editor, hash.slice(1), second);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, hash, search]);
  return review ?? null;
}

/** The writing desk: outline, the document as a learner will see it, and what is still to be done. */
export function Desk({ draft }: { draft: ModuleDraft }) {
  useArrival();
  const open = useRef<OpenDocument | null>(null);
  const saving = useModule(draft, open);
  const pictures = usePictures();
  const deeds = useAuthorDeeds(draft.id);
  const pasting = usePasting(pictures);
  const profile = useQuery(orpc.profile.get.queryOptions());
  // The same at each drawing: the editor takes other options for a reason to draw itself anew.
  const [options] = useState(
    (): UseEditorOptions => ({
      extensions: deskExtensions,
      content: toEditor(draft.content),
      injectCSS: false,
      editorProps: {
        attributes: { class: 'sh-body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Text of the module' },
        handlePaste: (view, event) => pasting.take(view, event),
        handleDrop: (view, event, _slice, moved) =>
          !moved && pictures.take(event.dataTransfer?.files, view, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos),
      },
    }),
  );
  const editor = useEditor(options);
  const { written, content } = useWritten(editor, draft.content, saving.change);
  useEffect(() => {
    open.current = openDocument(editor, written);
  }, [editor, written]);
  const bringTexts = useBringTexts(editor, written);
  const { insert, choosers } = useInserting(editor, pictures, draft.id, bringTexts);
  const review = useReview(draft.id, editor);
  const [led] = useState(useLocation().hash !== '');
  const originals = useOriginals(editor, content, bringTexts);
  const author = profile.data ?? emptyProfile;
  const findings = useLint(content, author);
  const minutes = useMemo(() => learnerMinutes(content.body), [content.body]);
  const { title } = content;
  useEffect(() => {
    document.title = `${title || 'A new module'} · Showhow`;
  }, [title]);

  return (
    <div className={css.desk}>
      <Header draft={draft} content={content} minutes={minutes} saving={saving} />
      <aside className={css.outline}>
        <Outline content={content} editor={editor} />
      </aside>
      <main className={css.document} id="content" tabIndex={-1}>
        <UnsavedStay state={saving.state} />
        <UnsavedNotice state={saving.state} flush={saving.flush} />
        <KeptNotices saving={saving} editor={editor} content={content} />
        <Toolbar editor={editor} />
        <FaultNotice error={pictures.error ?? originals} />
        <PasteNotice {...pasting} />
        <article className="showhow-module">
          <Head editor={editor} minutes={minutes} author={author} />
          <BlockHandle editor={editor}>
            <InTurn atOnce={led}>
              <EditorContent editor={editor} />
            </InTurn>
          </BlockHandle>
          <SlashList editor={editor} insert={insert} />
          <Inserter insert={insert} busy={pictures.busy} />
          {choosers}
        </article>
      </main>
      <aside className={css.panel} aria-label="Before handing in">
        <LintPanel findings={findings} editor={editor} />
        <HandIn moduleId={draft.id} version={saving.version} beforeHandIn={saving.flush} listMissing={false} />
        {review && (review.comments.length > 0 || reasonsOf(review)) && (
          <section className={css.section}>
            <h2>What reviewers said</h2>
            <Reasons review={review} />
            <Comments
              comments={review.comments}
              byFile={review.byFile}
              deeds={deeds}
              placeOf={(block) => `/write/${draft.id}#${block}`}
              content={content}
              onTake={(comment) => takeSuggestion(editor, written.read(), comment)}
            />
          </section>
        )}
        <Freshness author={author.name} editor={editor} />
      </aside>
    </div>
  );
}
