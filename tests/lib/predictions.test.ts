import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as nn from "../../lib";
import { choice, lesson, magnitudes, number, numbers } from "../../lib/checks";
import { predictions as lesson03 } from "../../lib/exercises/03-gradient-descent/predictions";
import { predictions as lesson06 } from "../../lib/exercises/06-gallery/predictions";

// What is guessed here is no learner's progress.
process.env.SPELLGRAD_PROGRESS = "";

const words = {
  en: { answer: "this", reason: "Because." },
  ru: { answer: "это", reason: "Потому." },
};
const { predict, reveal } = lesson({
  exercises: {},
  predictions: {
    one: number(1, 0, words),
    two: numbers([4, 6], 0, words),
    three: magnitudes([1e-3, 1e-2, 1e-1], 10, words),
    word: choice({ en: ["at 0", "at -2 and 2"], ru: ["в 0", "в -2 и 2"] }, "at -2 and 2", words),
  },
});
const said = (note: unknown) => String(note);

describe("a guess that can't be an answer is asked for again", () => {
  it("too many numbers, or too few", () => {
    assert.equal(
      said(predict("two", [4, 6, 7])),
      "This question is answered by 2 numbers, like `[1, 2]`, and your guess has 3. Mend it and run the cell again.",
    );
    assert.match(
      said(predict("three", [1])),
      /3 numbers, like `\[1, 2, 3\]`, and your guess has 1/,
    );
    assert.match(said(reveal("two")), /Guess first/);
    assert.match(said(predict("two", [4, 7])), /Your guess/);
    assert.match(said(reveal("two")), /it is \*\*this\*\*/);
  });

  it("after a good one, that one is forgotten", () => {
    predict("two", [4, 6]);
    predict("two", [4]);
    assert.match(said(reveal("two")), /Guess first/);
  });

  it("a word that is none of those on offer", () => {
    assert.equal(
      said(predict("word", "at 2")),
      'This question is answered by one of `"at 0"`, `"at -2 and 2"`; your guess is `"at 2"`. Mend it and run the cell again.',
    );
    assert.match(said(reveal("word")), /Guess first/);
  });

  it("and in Russian", () => {
    nn.language("ru");
    const [count, word] = [predict("two", [4, 6, 7]), predict("word", "at 2")].map(said);
    nn.language("en");
    assert.match(count, /2 числа, например `\[1, 2\]`, а в вашей догадке их 3/);
    assert.match(word, /что-то одно: `"в 0"`, `"в -2 и 2"`; ваша догадка/);
  });
});

describe("a word is the same in letters of any case, and with either minus", () => {
  for (const guess of ["at -2 and 2", "at −2 and 2", "At −2 and 2", "в −2 и 2"])
    it(guess, () => {
      predict("word", guess);
      assert.match(said(reveal("word")), /and so it is/);
    });

  it("6.a: as the figure writes it", () => {
    assert.ok(lesson06["6.a"].accepts("ArcTan") && !lesson06["6.a"].accepts("TanH"));
    assert.equal(lesson06["6.a"].misread?.("TanH"), undefined);
  });
});

it("3.b: how far has no sign, and three numbers", () => {
  const { accepts, misread } = lesson03["3.b"];
  for (const signs of [
    [1, 1, 1],
    [1, -1, 1],
    [1, 1, -1],
  ])
    assert.ok(accepts([1e-5 * signs[0], signs[1], 117 * signs[2]]));
  assert.ok(!accepts([1e-5, 1, 17]));
  assert.match(misread([1e-5, 1]) ?? "", /3 numbers/);
});
