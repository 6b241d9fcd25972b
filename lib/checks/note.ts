/** A few sentences from the course, shown as Markdown. */
export class Note {
  constructor(readonly markdown: string) {}

  toString(): string {
    return this.markdown;
  }

  [Symbol.for("Jupyter.display")]() {
    return { "text/markdown": this.markdown, "text/plain": this.markdown };
  }
}
