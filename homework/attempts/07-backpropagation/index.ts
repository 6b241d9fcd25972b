import type { Attempts } from "../attempts";
import { backward } from "./backward";
import { deckGraph } from "./deck-graph";
import { gates } from "./gates";
import { numericGradient } from "./numeric-gradient";

export const attempts: readonly Attempts[] = [deckGraph, gates, numericGradient, backward];
