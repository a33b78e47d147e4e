import { type ModuleView, renderBody, renderModule } from '../../player/render/module.ts';
import type { Block } from '../../shared/model/blocks/index.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { mediaPath } from '../addresses.ts';

/** A module as learners see it. The author's card stands beside it on the hub's page, not beneath. */
export const moduleHtml = (
  content: ModuleContent,
  author: Profile,
  { authorPage, ask, language, speaks }: Required<Pick<ModuleView, 'authorPage' | 'ask' | 'language' | 'speaks'>>,
): string => renderModule({ content, author, authorPage, media: mediaPath, card: false, ask, language, speaks });

/** One part of a module by itself. */
export const blockHtml = (content: ModuleContent, author: Profile, block: Block): string =>
  renderBody({ content, author, media: mediaPath }, [block]);
