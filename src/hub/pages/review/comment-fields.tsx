/** @jsxImportSource hono/jsx */
import { Severity } from '../../../shared/model/review/comment.ts';
import { severityMeans, severityWords } from '../../../shared/model/review/words.ts';

/** What one says in a comment: the words, how much hangs on them, and other wording to take. */
export const CommentFields = ({ id, about }: { id: string; about: string }) => (
  <>
    <p class="spoken-of" data-spoken-of hidden />
    <div class="field">
      <label class="read-out" for={`text-${id}`}>
        Comment on {about}
      </label>
      <textarea id={`text-${id}`} name="text" rows={2} required maxlength={2000} placeholder="What would help? @name speaks to someone" />
    </div>
    <fieldset class="severities">
      <legend class="read-out">How much hangs on it</legend>
      {Severity.options.map((severity) => (
        <label title={severityMeans[severity]}>
          <input type="radio" name="severity" value={severity} checked={severity === 'should'} />
          {severityWords[severity]}
        </label>
      ))}
    </fieldset>
    <details class="suggest" data-suggest>
      <summary class="quiet-link">Suggest other wording</summary>
      <div class="field">
        <label for={`suggestion-${id}`}>In its place</label>
        <textarea id={`suggestion-${id}`} name="suggestion" rows={2} maxlength={1000} />
      </div>
    </details>
    <div class="actions">
      <button type="submit">Add the comment</button>
    </div>
  </>
);
