import type { Placed, Point } from "./layout";

/** Something that takes room in the drawing, in columns and rows. */
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const bead = { width: 0.58, height: 0.36 } as const;

/** What stands around an operation: its circle, and the words above and below it. */
const around = ({ x, y }: Point): Box[] => [
  { x, y, width: 0.3, height: 0.44 },
  { x, y: y + 0.33, width: 0.62, height: 0.16 },
  { x, y: y - 0.33, width: 0.7, height: 0.16 },
];

/** Shares of the way from parent to node, from the one that looks best. */
const wishes = [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3];

/**
 * Where on its curve each edge's label stands: where it covers least of the nodes, their words and
 * the labels before it.
 * @param isLeaf whether nobody computed node i: the words of those stand aside.
 */
export function beadPlaces(
  { nodes, curves }: Placed,
  isLeaf: (node: number) => boolean,
): readonly (readonly Point[])[] {
  const taken = nodes.flatMap((node, i) => (isLeaf(i) ? [] : around(node)));
  return curves.map((own) =>
    own.map((curve) => {
      const places = wishes.map((share) => ({
        ...curve[Math.round(share * (curve.length - 1))],
        ...bead,
      }));
      const covered = places.map((place) =>
        taken.reduce((total, box) => total + overlap(place, box), 0),
      );
      const { x, y } = places[covered.indexOf(Math.min(...covered))];
      taken.push({ x, y, ...bead });
      return { x, y };
    }),
  );
}

/** The area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const height = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return Math.max(0, width) * Math.max(0, height);
}
