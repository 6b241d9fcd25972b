import { ShapeError } from "../errors";
import { type Matrix, shapeOf } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { plural, wording } from "../words";
import { Figure } from "./figure";
import { clear, faint, ink, okabeIto } from "./palette";
import { imagesAsText } from "./pixels";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (wrong: number, of: number) =>
      `How often each digit was read as each other: ${wrong} of ${of} images were misread; hover a mistake to see its images.`,
    title: (wrong: number, of: number) => `${wrong} of ${of} misread; hover one to see it`,
    x: "read as",
    y: "is",
    right: (digit: number, count: number, of: number) => `${digit}: ${count} of ${of} read right`,
    never: (digit: number, as: number) => `no ${digit} was read as ${as}`,
    misread: (digit: number, as: number, count: number) =>
      `a ${digit} read as ${as}, ${count === 1 ? "once" : `${count} times`}`,
    shown: (count: number) => `the first ${count}:`,
  },
  ru: {
    description: (wrong, of) =>
      `Как часто каждую цифру принимали за другую: неверно прочитано ${wrong} из ${of}; наведите указатель на ошибку, чтобы увидеть её изображения.`,
    title: (wrong, of) => `Неверно прочитано ${wrong} из ${of}; наведите указатель на ошибку`,
    x: "прочитано как",
    y: "на самом деле",
    right: (digit, count, of) => `${digit}: верно прочитано ${count} из ${of}`,
    never: (digit, as) => `${digit} ни разу не прочитана как ${as}`,
    misread: (digit, as, count) =>
      `${digit} прочитана как ${as}: ${count} ${plural(count, "раз", "раза", "раз")}`,
    shown: (count) => `первые ${count}:`,
  },
});

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Images of a cell that hovering shows. */
const most = 3;

/** What {@link confusionMatrix} draws. */
export interface ConfusionMatrix {
  /** n × 64, pixels 0 to 16 as `loadDigits` has them. */
  readonly X: Matrix;
  /** What each image is, 0 to 9. */
  readonly y: ArrayLike<number>;
  /** What each image was read as, 0 to 9. */
  readonly answers: ArrayLike<number>;
}

/**
 * How often each digit (row) was read as each digit (column). Mistakes are shaded, and hovering one
 * shows the images that were misread.
 *
 * @throws ShapeError unless there are 64 pixels, a label and an answer for each image.
 */
export function confusionMatrix({ X, y, answers }: ConfusionMatrix): Figure {
  requireMatrices("confusionMatrix", { X });
  if (X.cols !== 64 || y.length !== X.rows || answers.length !== X.rows)
    throw new ShapeError({
      en:
        `confusionMatrix: need 64 pixels, a label and an answer for each image; X is ${shapeOf(X)}, ` +
        `with ${y.length} labels and ${answers.length} answers.`,
      ru:
        `confusionMatrix: на каждое изображение нужны 64 пикселя, метка и ответ; размер X — ${shapeOf(X)}, ` +
        `меток ${y.length}, ответов ${answers.length}.`,
    });
  const rows = Array.from({ length: X.rows }, (_, i) => i);
  const cells = digits.map((is) =>
    digits.map((as) => rows.filter((i) => y[i] === is && answers[i] === as)),
  );
  const wrong = rows.filter((i) => y[i] !== answers[i]).length;
  const told = (is: number, as: number): string => {
    const cell = cells[is][as];
    if (is === as) {
      const all = cells[is].reduce((sum, { length }) => sum + length, 0);
      return words.right(is, cell.length, all);
    }
    if (cell.length === 0) return words.never(is, as);
    const images = cell.slice(0, most).map((i) => X.data.subarray(64 * i, 64 * (i + 1)));
    const which = cell.length > most ? [words.shown(most)] : [];
    return [words.misread(is, as, cell.length), ...which, ...imagesAsText(images)].join("<br>");
  };
  const look = layout({
    title: words.title(wrong, X.rows),
    x: axis(words.x, { dtick: 1, range: [-0.5, 9.5], constrain: "domain", showgrid: false }),
    y: axis(words.y, { dtick: 1, range: [9.5, -0.5], scaleanchor: "x", showgrid: false }),
  });
  const { hoverlabel } = look;
  return new Figure({
    description: words.description(wrong, X.rows),
    data: [
      {
        type: "heatmap",
        x: digits,
        y: digits,
        z: digits.map((is) => digits.map((as) => (is === as ? 0 : cells[is][as].length))),
        // Mistakes are few beside what is right, so they alone have a shade.
        colorscale: [
          [0, clear],
          [1e-6, faint(okabeIto.vermillion, 0.1)],
          [1, faint(okabeIto.vermillion, 0.4)],
        ],
        showscale: false,
        xgap: 1,
        ygap: 1,
        text: digits.map((is) =>
          digits.map((as) => (cells[is][as].length > 0 ? String(cells[is][as].length) : "·")),
        ) as never,
        texttemplate: "%{text}",
        textfont: { color: ink },
        customdata: digits.map((is) => digits.map((as) => told(is, as))) as never,
        hovertemplate: hover("%{customdata}"),
      },
    ],
    layout: {
      ...look,
      height: (look.height ?? 0) + 100,
      hoverlabel: {
        ...hoverlabel,
        font: { ...hoverlabel?.font, family: "DejaVu Sans Mono, Menlo, Consolas, monospace" },
      },
    },
  });
}
