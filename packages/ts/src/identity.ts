export * from "./generated/Identity.client.js";
export * from "./generated/Identity.message-builder.js";
export * from "./generated/Identity.message-composer.js";
export * from "./generated/Identity.types.js";
