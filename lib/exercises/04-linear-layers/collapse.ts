import { butWith, type Exercise, T9 } from "../../checks";
import { add, affine, fromRows, type Matrix, matmul, mul, row, transpose } from "../../matrix";
import { randn } from "../../random";

type Layer = { W: Matrix; b: Matrix };
type Collapse = (WH: Matrix, bH: Matrix, WO: Matrix, bO: Matrix) => Layer;

/** (X·WH + bH)·WO + bO = X·(WH·WO) + (bH·WO + bO). */
export const collapse: Collapse = (WH, bH, WO, bO) => ({
  W: matmul(WH, WO),
  b: affine(bH, WO, bO),
});

const WH = fromRows([
  [1, -1, 2],
  [0, 3, -0.5],
]);
const WO = fromRows([
  [2, 0],
  [1, -1],
  [0.5, 4],
]);

export const collapseExercise: Exercise<
  Collapse,
  "order" | "hiddenBias" | "twice" | "elementwise" | "outputBias" | "noBias" | "biasesAdded"
> = {
  id: "4.1",
  name: "collapse",
  parameters: ["WH", "bH", "WO", "bO"],
  points: 4,
  reference: collapse,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[WH, row([1, 0, -1]), WO, row([0.5, -2])]] },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [row([3]), row([-2]), row([0.5]), row([7])],
        [row([1e6, -1]), row([0, 0]), fromRows([[1e-6], [1]]), row([0])],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [
          [4, 2, 3],
          [2, 5, 2],
          [3, 3, 3],
          [1, 4, 2],
        ].map(([d, h, m]) => [
          randn(rng, d, h),
          randn(rng, 1, h),
          randn(rng, h, m),
          randn(rng, 1, m),
        ]),
    },
  ],
  diagnoses: [
    {
      mistake: "order",
      // WO·WH fits only where the sizes happen to allow it; elsewhere the shape tells.
      sign: (evidence) =>
        evidence.some(({ input: [WH, , WO], got }) => {
          const W = (got as Partial<Layer> | undefined)?.W;
          return W?.rows === WO.rows && W?.cols === WH.cols && W?.data.length === WO.rows * WH.cols
            ? W.rows !== WH.rows || W.cols !== WO.cols
            : false;
        }),
    },
    { mistake: "hiddenBias", wrong: butWith(collapse, (_, _WH, _bH, _WO, bO) => ({ b: bO })) },
    {
      mistake: "twice",
      wrong: butWith(collapse, ({ b }, _WH, _bH, _WO, bO) => ({ b: add(b, bO) })),
    },
    {
      mistake: "outputBias",
      wrong: butWith(collapse, (_, _WH, bH, WO) => ({ b: matmul(bH, WO) })),
    },
    { mistake: "noBias", wrong: butWith(collapse, (_, _WH, _bH, _WO, bO) => ({ b: mul(bO, 0) })) },
    {
      mistake: "biasesAdded",
      // bH + bO fits only where both layers have as many outputs.
      wrong: butWith(collapse, (_, _WH, bH, _WO, bO) => ({ b: add(bH, bO) })),
    },
    {
      mistake: "elementwise",
      sign: (evidence) =>
        evidence.some(({ input: [WH, , WO], got, right }) => {
          const W = (got as Partial<Layer> | undefined)?.W;
          if (right || W === undefined || WH.rows !== WO.cols) return false;
          const [byEntry, byRows] = [mul(WH, transpose(WO)), matmul(WH, WO)];
          return (
            W.data.length === byEntry.data.length &&
            byEntry.data.every((x, k) => Math.abs(x - W.data[k]) < 1e-9) &&
            // Of 1×1 matrices both products are the same.
            byRows.data.some((x, k) => Math.abs(x - W.data[k]) > 1e-9)
          );
        }),
    },
  ],
  words: {
    en: {
      hints: [
        "Write the second layer's formula with the first one's in place of its input, and open the brackets.",
        "$W = W_H W_O$, and the hidden bias goes through the output weights, too: $b = b_H W_O + b_O$.",
        "`W` is one `nn.matmul`; `b` is another one, with the hidden bias in it, and one `nn.add`.",
      ],
      mistakes: {
        order:
          "The order of the product: WO·WH has the hidden size on both sides. The input meets WH first, so it is WH·WO.",
        hiddenBias: "bH passes through WO, too: it doesn't vanish.",
        twice: "Off by bO: it was added twice.",
        elementwise: "An elementwise product; the matrix product is wanted.",
        noBias: "Two layers with biases have one together: open the brackets for bH and bO, too.",
        biasesAdded: "bH and bO are added as they are: bH has to pass through WO first.",
        outputBias: "Off by −bO: the output's own bias is missing.",
      },
    },
    ru: {
      hints: [
        "Запишите формулу второго слоя, поставив вместо его входа формулу первого, и раскройте скобки.",
        "$W = W_H W_O$, и смещение скрытого слоя тоже проходит через веса выхода: $b = b_H W_O + b_O$.",
        "`W` — один `nn.matmul`; `b` — ещё один, со смещением скрытого слоя, и один `nn.add`.",
      ],
      mistakes: {
        order:
          "Порядок множителей: у WO·WH с обеих сторон размер скрытого слоя. Вход сначала встречает WH, значит, нужно WH·WO.",
        hiddenBias: "bH тоже проходит через WO: оно никуда не девается.",
        twice: "Разница в bO: оно прибавлено дважды.",
        elementwise: "Это поэлементное произведение, а нужно матричное.",
        noBias:
          "У двух слоёв со смещениями смещение есть и вместе: раскройте скобки для bH и bO тоже.",
        biasesAdded: "bH и bO сложены как есть: bH сначала должно пройти через WO.",
        outputBias: "Разница в −bO: не хватает собственного смещения выхода.",
      },
    },
  },
};
