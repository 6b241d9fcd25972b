import { onNode20 } from "./setup/node-version.mjs";

onNode20(() => import("../homework/round/main.mjs"));
