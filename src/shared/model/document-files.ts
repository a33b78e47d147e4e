/** Endings of files that become modules or go into one; all others are videos and sound, and become takes. */
export const documentEndings: readonly string[] = ['.md', '.markdown', '.docx', '.pptx', '.h5p', '.showhow', '.xlf', '.xliff', '.zip'];

export const isDocumentName = (name: string): boolean => documentEndings.some((ending) => name.toLowerCase().endsWith(ending));
