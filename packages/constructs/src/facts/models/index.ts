// SPDX-License-Identifier: Apache-2.0
/** @module Models in numbers: a catalogue, and a reader for any other. */
export { findModel, models } from "./catalogue.js";
export { type ModelOptions, modelFromConfig, type ReadModel } from "./config.js";
export { type Attention, type Model, type Parts, sumOfParts, type WeightFormat } from "./model.js";
