/** The server cannot know where a reader is: on hover each moment is shown exactly, in her own time zone and the page's language. */
export function localTimes(root: ParentNode): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full', timeStyle: 'short' });
  for (const time of root.querySelectorAll<HTMLTimeElement>('time:not([data-day])')) time.title = format.format(new Date(time.dateTime));
}

localTimes(document);
