import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { markWords, picturesIn, type Shown, wholeWords } from '../../../player/marking/pictures.ts';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { shownStretch } from '../../../shared/model/blocks/video.ts';
import type { Quote } from '../../../shared/model/review/anchor.ts';
import { Severity } from '../../../shared/model/review/comment.ts';
import { severityMeans, severityWords } from '../../../shared/model/review/words.ts';
import { keepBegun } from '../../saving/begun.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { clock } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { begunComment, begunName } from './begun-comment.ts';
import css from './review.module.css';
import type { Saying } from './use-file-review.ts';
import { useSpokenOf } from './use-spoken-of.ts';

interface FormProps {
  review: FileReview;
  /** Null for the module as a whole. */
  block: Block | null;
  /** What it is about, to be read out. */
  about: string;
  /** The part as it is shown. */
  body: RefObject<HTMLElement | null>;
  /** Words that were marked before. */
  quote: Quote | null;
  /** Whether it was asked for just now; else it was begun before, and stands open. */
  asked: boolean;
  onSay(said: Saying): Promise<unknown>;
  onSaid(): void;
  onCancel(): void;
}

/** Where the video of a part stands, as it goes on. */
function useVideo(body: RefObject<HTMLElement | null>) {
  const [now, setNow] = useState(0);
  const video = useRef<HTMLVideoElement | null>(null);
  useEffect(() => {
    const found = body.current?.querySelector('video') ?? null;
    video.current = found;
    if (!found) return;
    found.pause();
    const tell = () => setNow(found.currentTime);
    tell();
    found.addEventListener('timeupdate', tell);
    found.addEventListener('seeked', tell);
    return () => {
      found.removeEventListener('timeupdate', tell);
      found.removeEventListener('seeked', tell);
    };
  }, [body]);
  return { now, video };
}

/** The pictures of a part, once it is shown. */
function usePictures(body: RefObject<HTMLElement | null>): Shown[] {
  const [pictures, setPictures] = useState<Shown[]>([]);
  useEffect(() => setPictures(body.current ? picturesIn(body.current) : []), [body]);
  return pictures;
}

/** A comment on a part: on all of it, on words, on a moment or stretch of its video, on a part of its picture. */
export function CommentForm({ review, block, about, body, quote, asked, onSay, onSaid, onCancel }: FormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState(() => begunComment(review, block));
  const [text, setText] = useState(before?.text ?? '');
  const [severity, setSeverity] = useState<Severity>(before?.severity ?? 'should');
  const [suggestion, setSuggestion] = useState(before?.suggestion ?? '');
  const [from, setFrom] = useState<number | null>(before?.spoken?.anchor.kind === 'moment' ? before.spoken.anchor.from : null);
  const what = useSpokenOf(block, before?.spoken ?? null, () => field.current?.focus());
  const { spoken } = what;
  const name = begunName(review, block);
  const { revision } = review;
  const begun = text.trim() !== '' || suggestion.trim() !== '';
  const said = useRef(false);
  useEffect(() => {
    if (!said.current) keepBegun(localStorage, name, begun ? { revision, text, severity, suggestion, spoken } : null);
  }, [name, begun, revision, text, severity, suggestion, spoken]);
  const { now, video } = useVideo(body);
  const pictures = usePictures(body);
  const duration = block?.type === 'video' ? block.attrs.duration : 0;
  const begins = block?.type === 'video' ? shownStretch(block.attrs).from : 0;
  const say = useMutation({
    mutationFn: () => onSay({ anchor: spoken.anchor, severity, text, ...(suggestion.trim() && { suggestion: suggestion.trim() }) }),
    onSuccess: () => {
      said.current = true;
      keepBegun(localStorage, name, null);
      what.clear();
      onSaid();
    },
  });
  const begin = () => {
    const at = video.current?.currentTime ?? 0;
    setFrom(at);
    what.ofStretch(at, duration);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it speaks of at first is what was before her when the form opened.
  useEffect(() => {
    if (quote) what.ofWords(quote);
    else if (block?.type === 'video' && !before?.spoken) begin();
    if (asked) field.current?.focus();
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') say.mutate();
  };
  return (
    <form className={css.form} onSubmit={send}>
      {spoken.words && <p className={css.spoken}>{spoken.words}</p>}
      {block?.type === 'video' && (
        <div className={css.tools}>
          <Button onClick={begin}>At {clock(now - begins)}</Button>
          <Button disabled={from === null || now <= from} onClick={() => what.ofStretch(from ?? 0, duration, now)}>
            Until {clock(now - begins)}
          </Button>
          <Button
            onClick={() => {
              setFrom(null);
              what.ofAll();
            }}
          >
            The whole video
          </Button>
        </div>
      )}
      {block && pictures.length > 0 && (
        <div className={css.tools}>
          {pictures.map((picture, index) => (
            <Button key={markWords(picture, index, pictures.length)} onClick={() => what.ofRegion(picture)}>
              {markWords(picture, index, pictures.length)}
            </Button>
          ))}
          <Button onClick={what.ofAll}>{wholeWords(pictures.length)}</Button>
        </div>
      )}
      <label className="visually-hidden" htmlFor={`${id}-text`}>
        Comment on {about}
      </label>
      <textarea
        ref={field}
        id={`${id}-text`}
        className={css.area}
        rows={3}
        maxLength={2000}
        value={text}
        placeholder="What would help? @name speaks to someone"
        onChange={({ target }) => setText(target.value)}
      />
      <fieldset className={css.severities}>
        <legend className="visually-hidden">How much hangs on it</legend>
        {Severity.options.map((one) => (
          <label key={one} title={severityMeans[one]}>
            <input type="radio" name={`${id}-severity`} checked={severity === one} onChange={() => setSeverity(one)} />
            {severityWords[one]}
          </label>
        ))}
      </fieldset>
      {block && block.type !== 'image' && block.type !== 'video' && (
        <details open={before?.suggestion ? true : undefined}>
          <summary>Suggest other wording</summary>
          <TextArea
            label="In its place"
            rows={2}
            maxLength={1000}
            value={suggestion}
            onChange={({ target }) => setSuggestion(target.value)}
          />
        </details>
      )}
      <FaultNotice error={say.error} />
      <div className={css.tools}>
        <Button type="submit" variant="primary" busy={say.isPending}>
          Add the comment
        </Button>
        <Button
          variant="plain"
          onClick={() => {
            what.clear();
            onCancel();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
