export * from "./generated/Voting.client.js";
export * from "./generated/Voting.message-builder.js";
export * from "./generated/Voting.message-composer.js";
export * from "./generated/Voting.types.js";
