/** Kinds of things that do not come along, in the order in which they are told. */
const kinds = {
  'far-picture': ['picture that stands on another server', 'pictures that stand on another server'],
  'lost-picture': ['picture that the other program did not hand over', 'pictures that the other program did not hand over'],
  'odd-picture': ['picture of a kind that cannot be used here', 'pictures of a kind that cannot be used here'],
  'large-picture': ['picture that is too large', 'pictures that are too large'],
  'many-pictures': ['picture beyond the first 30', 'pictures beyond the first 30'],
  video: ['video or sound', 'videos or sounds'],
  frame: ['page shown inside the page', 'pages shown inside the page'],
  form: ['form', 'forms'],
  field: ['field or button', 'fields or buttons'],
  drawing: ['drawing', 'drawings'],
  script: ['program', 'programs'],
  link: ['link that opens no page and no mail', 'links that open no page and no mail'],
  deep: ['part that lies within too many others', 'parts that lie within too many others'],
  comment: ['comment from the margin', 'comments from the margin'],
} as const;

export type DroppedKind = keyof typeof kinds;

/** What did not come along, counted. */
export class Dropped {
  readonly #counts = new Map<DroppedKind, number>();
  #looks = false;

  add(kind: DroppedKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  addLooks(): void {
    this.#looks = true;
  }

  /** Each in words, e.g. "2 pictures that stand on another server"; empty where everything came along. */
  get words(): string[] {
    const counted = (Object.keys(kinds) as DroppedKind[]).flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [`${count} ${kinds[kind][count === 1 ? 0 : 1]}`];
    });
    return this.#looks ? [...counted, 'colours and fonts'] : counted;
  }
}
