import type { Block } from '../blocks/index.ts';
import type { Places } from './places.ts';

/** A template that comes with Showhow. `minutes` are those of a learner, once it is filled in as it asks. */
export interface OwnTemplate {
  id: string;
  name: string;
  about: string;
  minutes: number;
  blocks(places: Places): Block[];
}

const walkthrough: OwnTemplate = {
  id: 'walkthrough',
  name: 'Stage by stage',
  about: 'A whole piece of work, as the one who does it best goes through it.',
  minutes: 6,
  blocks: ({ heading, text, points, steps, callout, order, askMe }) => [
    text('Video: the whole walkthrough in three to five minutes. Say at each stage what you look at, and why.'),
    text('When is this done, and what hangs on it? Two sentences, so that a colleague knows whether it is for her.'),
    heading('Before you begin'),
    points('What has to be there, or be true, before the first stage? One point a line.'),
    heading('The stages'),
    steps('One row a stage: what is done, and how one sees that it is finished. Link each to its moment of the video.', 3),
    heading('What I do that no handbook says'),
    text('The habit that makes your result better than others’. Say why it works: that is what colleagues come to you for.'),
    heading('Where it goes wrong'),
    callout('warning', 'The mistake you see most often, how one notices it in time, and what one does then.'),
    heading('Check yourself'),
    order('Ask for the stages in their order, or for the decision that matters most. Say why it is so.'),
    askMe('How may a colleague come to you with a question? One sentence in your own words.'),
  ],
};

const quickTip: OwnTemplate = {
  id: 'quick-tip',
  name: 'Quick tip',
  about: 'One thing that saves time or trouble, told in a minute or two.',
  minutes: 2,
  blocks: ({ heading, text, callout, choice }) => [
    heading('The trouble'),
    text('The trouble in one sentence: what takes too long, or goes wrong, when one does not know this?'),
    heading('The tip'),
    text('Video: show the tip once, from beginning to end, in a minute at most.'),
    callout('tip', 'The tip itself, so short that one can repeat it to a colleague.'),
    heading('When it helps'),
    text('Where you use it, and where it does not fit. An example from last week says more than a rule.'),
    heading('Try it'),
    choice('A case from the work, and what one does in it. The wrong answers are what people do today.'),
  ],
};

const answer: OwnTemplate = {
  id: 'answer',
  name: 'Answer to a question',
  about: 'What a colleague asked you, answered so that the next one finds it too.',
  minutes: 3,
  blocks: ({ heading, text, quote, steps, callout, choice, resource }) => [
    heading('The question'),
    quote('The question in her own words, with her name where she agrees to it.'),
    heading('In short'),
    text('The answer in one or two sentences, before anything else.'),
    text('Video: show it once. One minute is plenty; nobody needs the way by which you found it out.'),
    heading('How it is done'),
    steps('One row for each thing to do. Leave this out where the answer is all there is.', 2),
    heading('For example'),
    callout('example', 'A case in which it went like that, with real figures or names of parts.'),
    heading('Would you do the same?'),
    choice('The same question in another case: does a colleague come to the right answer by herself?'),
    resource('Where the rule stands, or where one reads more. Leave it out where there is nothing.'),
  ],
};

const onboarding: OwnTemplate = {
  id: 'onboarding',
  name: 'Onboarding checklist',
  about: 'What someone new does, sees and knows, from the first day to the first month.',
  minutes: 5,
  blocks: ({ heading, text, checklist, table, choice, reflection, askMe }) => [
    text('Who is this for, and what will be easier when all of it is ticked? Greet her as you would at the door.'),
    text('Video: show the place and the people in a minute. A face one knows makes the first day easier.'),
    heading('On the first day'),
    checklist('What she does herself, one point a line: what to fetch, whom to meet, what to try once.', 3),
    heading('In the first week'),
    checklist('What she does for the first time with someone beside her.', 3),
    heading('After a month'),
    checklist('What she does alone. Each point is something one can see or show.', 3),
    heading('Who helps with what'),
    table('People, not departments. One row each.', ['Who', 'With what', 'How to reach']),
    heading('Do you know it?'),
    choice('What someone new has to know before she works alone: the rule that keeps her, or others, from harm.'),
    reflection('What should she think about at the end of the first week?'),
    askMe('Say that there are no silly questions here, in your own words.'),
  ],
};

const change: OwnTemplate = {
  id: 'change',
  name: 'Change of a process',
  about: 'What is different from now on, for whom, and what one does now.',
  minutes: 3,
  blocks: ({ heading, text, table, steps, callout, choice, resource, askMe }) => [
    text('What changes, for whom, and from which day? One sentence each.'),
    heading('Before and from now on'),
    table('Only what is different, one row each. Who reads nothing else reads this.', ['Before', 'From now on']),
    heading('Why'),
    text('The reason as you would tell a colleague. Say also what gets harder by it, where something does.'),
    heading('What you do now'),
    text('Video: show the new way once.'),
    steps('The new way, one row a step. Link each to its moment of the video.', 3),
    callout('warning', 'What happens to work that was begun in the old way, and what must not be done any more.'),
    heading('Check yourself'),
    choice('A case in which the old and the new way lead to different things. What does one do from now on?'),
    resource('The decision, the instruction or the form itself.'),
    askMe('Who decides in doubt, and how does one reach you?'),
  ],
};

const product: OwnTemplate = {
  id: 'product',
  name: 'A product in one minute',
  about: 'What it is, for whom it is right, and what customers ask about it.',
  minutes: 3,
  blocks: ({ heading, text, cards, callout, sections, choice, resource }) => [
    text('Video: the product in your hands, in one minute. Say what it does for a customer before what it is.'),
    text('What it is and for whom, in one sentence that one can say to a customer.'),
    heading('What it is good for'),
    cards('In front what a customer needs, in her words; behind it what the product does about it.', 3),
    heading('When it is not the right one'),
    callout('warning', 'For whom it is too much, too little or simply wrong, and what one offers in its place.'),
    heading('What customers ask'),
    sections('The question as the title, behind it the answer that you give. Prices and delivery are asked first.', 2),
    heading('Whom would you offer it?'),
    choice('Describe a customer. Is this the product for her, or another one?'),
    resource('The data sheet or the price list.'),
  ],
};

/** In the order in which they are offered. */
export const ownTemplates: readonly OwnTemplate[] = [walkthrough, quickTip, answer, onboarding, change, product];
