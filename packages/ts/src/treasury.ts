export * from "./generated/Treasury.client.js";
export * from "./generated/Treasury.message-builder.js";
export * from "./generated/Treasury.message-composer.js";
export * from "./generated/Treasury.types.js";
