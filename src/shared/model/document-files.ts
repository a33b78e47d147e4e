/** Endings of files that become modules; all others are videos and sound, and become takes. */
export const documentEndings: readonly string[] = ['.md', '.markdown', '.docx', '.pptx', '.h5p', '.showhow', '.zip'];

export const isDocumentName = (name: string): boolean => documentEndings.some((ending) => name.toLowerCase().endsWith(ending));
