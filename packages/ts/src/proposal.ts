export * from "./generated/Proposal.client.js";
export * from "./generated/Proposal.message-builder.js";
export * from "./generated/Proposal.message-composer.js";
export * from "./generated/Proposal.types.js";
