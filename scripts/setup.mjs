import { onNode20 } from "./setup/node-version.mjs";

onNode20(() => import("./setup/main.mjs"));
