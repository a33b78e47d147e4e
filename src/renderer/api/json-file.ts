/** Hands a value to the browser as a JSON file to be saved. */
export function saveJsonFile(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it when the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What a JSON file holds; null where it is none, which is said where it is checked. */
export async function readJsonFile(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
