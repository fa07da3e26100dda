export * from "./generated/Vault.client.js";
export * from "./generated/Vault.message-builder.js";
export * from "./generated/Vault.message-composer.js";
export * from "./generated/Vault.types.js";
