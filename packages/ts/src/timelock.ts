export * from "./generated/Timelock.client.js";
export * from "./generated/Timelock.message-builder.js";
export * from "./generated/Timelock.message-composer.js";
export * from "./generated/Timelock.types.js";
