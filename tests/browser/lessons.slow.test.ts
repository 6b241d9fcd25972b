import { everyDay, lessons, testLessons } from "./lesson-laws";

testLessons(lessons.filter((name) => !everyDay.includes(name)));
