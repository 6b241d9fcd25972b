/** The run that output belongs to: the one under way, or else the last one. */
export const current = { id: 0 };
