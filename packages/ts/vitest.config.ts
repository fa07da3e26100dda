import { defineConfig } from "vitest/config";

// The stories on a devnet are in test/devnet, and run where `ISONOMIA_DEVNET` names one: see scripts/ts.sh.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 30_000 },
});
