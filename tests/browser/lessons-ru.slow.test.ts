import { lessons, testLessons } from "./lesson-laws";

testLessons(lessons, undefined, "ru");
