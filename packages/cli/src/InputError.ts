/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The input could not be read. The message says which file, where and why, in
 * one line.
 */
export class InputError extends Error {}
