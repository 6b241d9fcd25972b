import type { Attempts } from "../attempts";
import { bipolarRelu } from "./bipolar-relu";
import { elu } from "./elu";
import { rrelu } from "./rrelu";
import { softplus } from "./softplus";
import { sqnl } from "./sqnl";

export const attempts: readonly Attempts[] = [softplus, elu, rrelu, bipolarRelu, sqnl];
