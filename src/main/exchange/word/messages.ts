import { type Report, shortened } from '../convert/report.ts';

interface Message {
  type: string;
  message: string;
}

const where = 'the document';

/** The converter's remarks, as a person would say them. One that is not known here is passed on in its own words. */
export function dropMessages(messages: readonly Message[], report: Report): void {
  for (const { message } of messages) {
    const style = /^Unrecognised (paragraph|run|table) style: '(.*)' \(Style ID: .*\)$/.exec(message)?.[2];
    const element = /^An unrecognised element was ignored: (.*)$/.exec(message)?.[1];
    const picture = /^Image of type (\S+) is unlikely/.exec(message)?.[1];
    // That one is said when the picture itself is looked at.
    if (picture !== undefined) continue;
    if (style !== undefined) report.drop(`The look of the style “${style}”`, where, 'A lesson has a look of its own. The words stay.');
    else if (element !== undefined) report.drop(elementName(element), where, 'A lesson has no place for it.');
    else report.drop(`Something that could not be read (${shortened(message)})`, where, 'A lesson has no place for it.');
  }
}

const elementName = (element: string): string => {
  if (/oMath/.test(element)) return 'A formula';
  if (/chart/i.test(element)) return 'A chart';
  return `Something of Word’s own (${element})`;
};
