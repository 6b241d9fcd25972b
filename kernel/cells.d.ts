/** What every cell can call. The compiler reads these types in place of tslab's own. */

declare module "tslab" {
  /** The version strings of tslab and its dependencies. */
  export const versions: { tslab: string; typescript: string; node: string };

  export interface Display {
    /**
     * Shows a value as it would be shown at the end of a cell: as the MIME bundle of its
     * `[Symbol.for("Jupyter.display")]()`, or else as text.
     */
    (value: unknown): void;
    javascript(source: string): void;
    html(source: string): void;
    markdown(source: string): void;
    latex(source: string): void;
    svg(source: string): void;
    png(bytes: Uint8Array): void;
    jpeg(bytes: Uint8Array): void;
    gif(bytes: Uint8Array): void;
    pdf(bytes: Uint8Array): void;
    text(text: string): void;
    /** Shows content of any MIME type. */
    raw(mimeType: string, content: string | Uint8Array | object): void;
  }

  /** Shows a value, or content of a certain type, under the cell. */
  export const display: Display;

  /** A display whose second and later contents take the place of the one before. */
  export function newDisplay(): Display;

  /**
   * Removes what the cell has shown so far.
   *
   * @param wait whether to leave it until there is something to show in its place
   */
  export function clearOutput(wait?: boolean): void;
}

/**
 * Asks whoever runs the notebook for a line of text, and waits for it.
 *
 * @returns the line, or `initial` when it is empty
 * @throws Error when the notebook runs without anybody to ask
 */
declare function prompt(question?: string, initial?: string): string;
