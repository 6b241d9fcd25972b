export { language } from "../words";
export { type Lesson, lessons, notebookOf, parts } from "./lessons";
export { map } from "./map";
export { progress } from "./progress";
