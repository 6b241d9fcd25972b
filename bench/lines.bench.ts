/** How long the files are: a file that passes 200 lines is two concepts. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

const filesOf = (room: string): { name: string; lines: number }[] =>
  readdirSync(path.join(root, room), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts") && !name.startsWith("dist"))
    .map((name) => ({
      name,
      lines: readFileSync(path.join(root, room, name), "utf8")
        .trimEnd()
        .split("\n").length,
    }))
    .sort((a, b) => a.lines - b.lines);

for (const room of ["lib", "kernel"]) {
  const files = filesOf(room);
  const total = files.reduce((sum, { lines }) => sum + lines, 0);
  const middle = files[Math.floor(files.length / 2)].lines;
  const longest = files.slice(-3).reverse();
  console.log(`lines of ${room}/\t${files.length} files\t${total}, the middle one ${middle}`);
  for (const { name, lines } of longest) console.log(`\t${name}\t${lines}`);
}
