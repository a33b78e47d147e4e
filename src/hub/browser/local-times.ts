/** The server cannot know where a reader is: on hover each moment is shown exactly, in her own time zone. */
export function localTimes(root: ParentNode): void {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
  for (const time of root.querySelectorAll<HTMLTimeElement>('time:not([data-day])')) time.title = format.format(new Date(time.dateTime));
}

localTimes(document);
