/** The run under way, or else the last one. */
export const current = { id: 0 };
