import { type Editor, Node } from '@tiptap/core';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { innerProse } from './prose-content.ts';

/** How deep the section with the cursor lies, or 0 where it stands in none. */
function sectionDepth({ $from }: { $from: TextSelection['$from'] }): number {
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === 'accordionSection') return depth;
  return 0;
}

/** A new section behind the one with the cursor, which goes into its title. */
export const addSection: Command = ({ selection, schema, tr }, dispatch) => {
  const depth = sectionDepth(selection);
  const section = schema.nodes.accordionSection?.createAndFill();
  if (depth === 0 || !section) return false;
  const behind = selection.$from.after(depth);
  dispatch?.(
    tr
      .insert(behind, section)
      .setSelection(TextSelection.create(tr.doc, behind + 2))
      .scrollIntoView(),
  );
  return true;
};

/** Takes the section with the cursor away; the accordion with it where it was the only one. */
export const removeSection: Command = ({ selection, tr }, dispatch) => {
  const depth = sectionDepth(selection);
  if (depth === 0) return false;
  const { $from } = selection;
  const gone = $from.node(depth - 1).childCount === 1 ? depth - 1 : depth;
  tr.delete($from.before(gone), $from.after(gone));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min($from.before(gone), tr.doc.content.size)), -1)).scrollIntoView());
  return true;
};

/** From the title into the section. */
const intoSection: Command = ({ selection, tr }, dispatch) => {
  const { $from } = selection;
  if ($from.parent.type.name !== 'accordionTitle') return false;
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after()), 1)).scrollIntoView());
  return true;
};

/** An empty line at a section's end begins the next section, as an empty point ends a list. */
const fromEmptyLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = sectionDepth(state.selection);
  const last = depth > 0 && depth === $from.depth - 1 && $from.indexAfter(depth) === $from.node(depth).childCount;
  if (!empty || !last || $from.parent.content.size > 0 || $from.node(depth).childCount < 3) return false;
  const section = state.schema.nodes.accordionSection?.createAndFill();
  if (!section) return false;
  const { tr } = state;
  tr.delete($from.before(), $from.after());
  const behind = tr.mapping.map($from.after(depth));
  dispatch?.(
    tr
      .insert(behind, section)
      .setSelection(TextSelection.create(tr.doc, behind + 2))
      .scrollIntoView(),
  );
  return true;
};

/** Backspace in the empty title of a section in which nothing stands takes it away. */
const removeEmptySection: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = sectionDepth(state.selection);
  if (!empty || $from.parent.type.name !== 'accordionTitle' || $from.node(depth).textContent !== '') return false;
  return removeSection(state, dispatch);
};

const run =
  (command: Command) =>
  ({ editor }: { editor: Editor }): boolean =>
    command(editor.state, editor.view.dispatch);

const Title = Node.create({
  name: 'accordionTitle',
  content: 'text*',
  marks: '',
  isolating: true,
  parseHTML: () => [{ tag: 'summary' }],
  renderHTML: () => ['summary', 0],
});

const Section = Node.create({
  name: 'accordionSection',
  content: `accordionTitle ${innerProse}`,
  isolating: true,
  parseHTML: () => [{ tag: 'details' }],
  renderHTML: () => ['details', 0],
});

const Accordion = Node.create({
  name: 'accordion',
  group: 'block',
  content: 'accordionSection+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-accordion]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-accordion': '' }, 0],
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => run(intoSection)({ editor }) || run(fromEmptyLine)({ editor }),
    'Mod-Enter': run(addSection),
    Backspace: run(removeEmptySection),
  }),
});

/** `details` that are pasted without anything around them become an accordion of their own by the schema. */
export const accordionNodes = [Accordion, Section, Title];
