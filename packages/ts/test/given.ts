/** What many tests begin with. */
import { each } from "../src/index.js";

/** Where the contracts are. */
export const contracts = each((name) => `wasm1${name}`);
