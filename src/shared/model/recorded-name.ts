/** What a recording is called until someone gives it a name. `when` is its day and time, as in "26 November, 16:38". */
export const recordedName = (when: string): string => `Recording of ${when}`;

/** Whether a name says only when something was recorded. */
export const isRecordedName = (name: string): boolean => /^Recording of \d{1,2} \p{L}+, \d{2}:\d{2}$/u.test(name.trim());

/** What a marked step is called until someone gives it a name. `number` begins at 1. */
export const stepName = (number: number): string => `Step ${number}`;

/** What a chapter is called that was set while cutting, until someone gives it a name. `number` begins at 1. */
export const chapterName = (number: number): string => `Chapter ${number}`;

/** Whether a name says only which step or chapter it is. */
export const isNumberedName = (name: string): boolean => /^(Step|Chapter) \d+$/.test(name.trim());
