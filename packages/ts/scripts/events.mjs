// The table of events, from schema/events.json: each with its attributes, each of a kind.

/** TypeScript of `EVENTS`. `kind|none` is `null` where the attribute says `none`; `kind?` may be left out. */
export function tableOf({ contracts }) {
  const lines = [
    "/**",
    " * Every event and its attributes, each of a kind.",
    " *",
    " * `kind|none` is `null` where the attribute says `none`; `kind?` is left out where there is nothing to say.",
    " */",
    "export const EVENTS = {",
  ];
  for (const { type, says, attributes } of contracts.flatMap(({ events }) => events)) {
    lines.push(`  ${comment(says)}`, `  ${type.replace(/^wasm-/, "")}: {`);
    for (const { key, kind, says, optional, none } of attributes) {
      const spec = optional ? `${kind}?` : none ? `${kind}|none` : kind;
      lines.push(`    ${comment(says)}`, `    ${key}: ${JSON.stringify(spec)},`);
    }
    lines.push("  },");
  }
  lines.push("} as const;", "");
  return lines.join("\n");
}

function comment(text) {
  return `/** ${text.replaceAll("*/", "* /")} */`;
}
