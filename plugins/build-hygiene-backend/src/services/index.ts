/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { annotations } from './annotations';
export { fromStoredSettings, type ScanSettings } from './scanSettings';
export { serviceLocation } from './serviceOfEntity';
export { selectServices, type SelectServicesOptions } from './selectServices';
