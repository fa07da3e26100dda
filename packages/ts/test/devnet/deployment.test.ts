import { describe, expect, test } from "vitest";
import { CONTRACTS, Isonomia, readDeployment } from "../../src/index.js";
import { deployments, hasDevnet, person } from "./world.js";

describe.skipIf(!hasDevnet)("what `isonomia deploy` has made", () => {
  test("is found by its file", async () => {
    const { client } = await person("alice");
    const deployment = readDeployment(deployments());
    const dao = new Isonomia(client, deployment);

    expect(deployment.chainId).toBe(await client.getChainId());
    expect(await dao.proposal.config()).toMatchObject({ day: 10, voting: dao.contracts.voting, treasury: dao.contracts.treasury });
    for (const name of CONTRACTS) {
      expect((await client.getContract(dao.contracts[name])).codeId, name).toBe(deployment.codes[name]);
      const { checksum } = await client.getCodeDetails(deployment.codes[name]);
      expect(checksum, name).toBe(deployment.checksums[name]);
    }
  });
});
