import { noteProgress, readProgress } from "../../checks/progress";

/** Points of what has been played in this session, by name: also where no progress can be kept. */
const played = new Map<string, { readonly points: number; readonly of: number }>();

/** Notes what a game has brought; what counts is the best of all tries. */
export function noteGame(id: string, points: number, of: number): void {
  const best = { points: Math.max(points, pointsOf(id)), of };
  played.set(id, best);
  noteProgress("games", id, best);
}

/** The best that a game has brought so far; 0 where it was not played. */
export const pointsOf = (id: string): number =>
  Math.max(played.get(id)?.points ?? 0, readProgress().games[id]?.points ?? 0);
