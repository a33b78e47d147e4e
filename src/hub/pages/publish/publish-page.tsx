/** @jsxImportSource hono/jsx */
import { modulePath, publishPath, reviewPath } from '../../addresses.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { Publishable } from '../../publications/publishable.ts';
import { Byline } from '../face.tsx';
import { RevisionName, State } from '../state.tsx';
import { Ago } from '../time.tsx';

const Actions = ({ module }: { module: Publishable }) => (
  <div class="actions">
    {module.approvedRevision && module.approvedRevision !== module.publishedRevision && (
      <form method="post" action={`${publishPath}/${module.id}`}>
        <input type="hidden" name="revision" value={module.approvedRevision} />
        <button type="submit" class="primary">
          Publish<span class="read-out"> {module.title}</span>
        </button>
      </form>
    )}
    {module.publishedRevision && (
      <form method="post" action={`${publishPath}/${module.id}/retire`}>
        <button type="submit">
          Take back<span class="read-out"> {module.title}</span>
        </button>
      </form>
    )}
  </div>
);

export const PublishPage = ({ modules, authors }: { modules: Publishable[]; authors: ReadonlyMap<string, Colleague> }) => (
  <>
    <div class="page-head">
      <h1>Publish</h1>
      <p class="soft">Approved modules, and those that colleagues see. Taking one back hides it at once; it can be published again.</p>
    </div>
    {modules.length === 0 ? (
      <p class="notice">Nothing is approved yet. A module appears here when a reviewer approves it.</p>
    ) : (
      <ul class="rows">
        {modules.map((module) => {
          const author = authors.get(module.authorId);
          return (
            <li class="row">
              {author && <Byline person={author} />}
              <div>
                <h2>
                  <a href={module.publishedRevision ? modulePath(module.id) : reviewPath(module.id)}>{module.title}</a>
                </h2>
                <p class="row-facts">
                  <State state={module.state} />
                  <span>
                    Version <RevisionName hash={module.approvedRevision ?? module.publishedRevision ?? module.revision} />
                  </span>
                  {module.publishedAt && (
                    <span>
                      published <Ago at={module.publishedAt} />
                    </span>
                  )}
                </p>
              </div>
              <Actions module={module} />
            </li>
          );
        })}
      </ul>
    )}
  </>
);
