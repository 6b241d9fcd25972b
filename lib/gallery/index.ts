export { Card, card } from "./card";
export { type Measured, measuredCsv, measuredOf } from "./measured";
