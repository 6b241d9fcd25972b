/** The numbers of a lesson's exercises, as JSON: node exercises.js lib/exercises/09-my-lesson */
const path = require("node:path");
require("../../scripts/typescript.js");

const { exercises } = require(path.resolve(process.argv[2]));

process.stdout.write(JSON.stringify(Object.keys(exercises)));
